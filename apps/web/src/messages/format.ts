/** A text that depends on a count; the forms of the language's plural rules. */
export interface Counted {
  readonly one: string;
  readonly other: string;
}

export type Values = Readonly<Record<string, string | number>>;

/** Puts `values` into the `{places}` of a message; a place without a value stays as it is. */
export const fill = (template: string, values: Values): string =>
  template.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/** Chooses the form for `n` and fills it in; `{n}` is the number as the language writes it. */
export function count(lang: string, forms: Counted, n: number, values: Values = {}): string {
  const form = new Intl.PluralRules(lang).select(n) === "one" ? forms.one : forms.other;
  return fill(form, { ...values, n: formatNumber(lang, n) });
}

export const formatNumber = (lang: string, n: number, digits = 0): string =>
  new Intl.NumberFormat(lang, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(n);

/** Ratings are written without separators, as players know them: 1124. */
export const formatRating = (lang: string, rating: number): string =>
  new Intl.NumberFormat(lang, { maximumFractionDigits: 0, useGrouping: false }).format(rating);

export const formatPercent = (lang: string, share: number): string =>
  new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 0 }).format(share);

/** US dollars, down to the thousandth of a cent that a verdict may cost. */
export const formatDollars = (lang: string, usd: number): string =>
  new Intl.NumberFormat(lang, { style: "currency", currency: "USD", maximumSignificantDigits: 3 }).format(
    usd,
  );

/** A change with its sign: "+4", "−12". */
export const formatChange = (lang: string, n: number, digits = 0): string =>
  new Intl.NumberFormat(lang, { signDisplay: "exceptZero", maximumFractionDigits: digits }).format(n);

/** Pages are the same for everyone, so moments are told in UTC. */
export const formatMoment = (lang: string, iso: string): string =>
  `${new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" }).format(new Date(iso))} UTC`;

/** How long to wait, in the largest unit that fits: "in 40 seconds", "in 2 hours". */
export function formatWait(lang: string, seconds: number): string {
  const relative = new Intl.RelativeTimeFormat(lang, { numeric: "always" });
  if (seconds < 90) return relative.format(Math.ceil(seconds), "second");
  if (seconds < 5_400) return relative.format(Math.ceil(seconds / 60), "minute");
  return relative.format(Math.ceil(seconds / 3_600), "hour");
}
