import type { TournamentFormat } from "@agon/contract";

/** How an option of a format is asked for. An empty field leaves it to the format's own default. */
export type FormatField =
  | { readonly kind: "number"; readonly min: number; readonly max: number; readonly step: number }
  | { readonly kind: "switch"; readonly initial: boolean }
  | { readonly kind: "choice"; readonly choices: readonly ChoiceName[] }
  | { readonly kind: "model" }
  | { readonly kind: "models"; readonly atMost: number };

const choices = [
  "random",
  "rating",
  "listed",
  "prompt",
  "field",
  "information",
  "k-sort",
  "uniform",
  "heap",
  "all-pairs",
  "window",
] as const;
type ChoiceName = (typeof choices)[number];

const optionNames = [
  "seeding",
  "bestOf",
  "earlyStop",
  "thirdPlace",
  "k",
  "advance",
  "scope",
  "games",
  "budget",
  "matchmaking",
  "opening",
  "refits",
  "anchors",
  "method",
  "passes",
  "newcomer",
  "confidence",
  "errorRate",
] as const;
export type OptionName = (typeof optionNames)[number];

export type FormatFields = Readonly<Partial<Record<OptionName, FormatField>>>;

const whole = (min: number, max: number): FormatField => ({ kind: "number", min, max, step: 1 });
const share = (min: number, max: number): FormatField => ({ kind: "number", min, max, step: 0.001 });
const choice = (...names: ChoiceName[]): FormatField => ({ kind: "choice", choices: names });

const seeding = choice("random", "rating", "listed");
const bestOf = whole(1, 100_000);
const earlyStop: FormatField = { kind: "switch", initial: true };

/** The options of every format, as the API takes them. */
export const formatFields: Readonly<Record<TournamentFormat, FormatFields>> = {
  "single-elimination": {},
  series: { seeding, bestOf, earlyStop, thirdPlace: { kind: "switch", initial: false } },
  "double-elimination": { seeding, bestOf, earlyStop },
  "k-wise-elimination": {
    k: whole(3, 8),
    advance: whole(1, 4),
    scope: choice("prompt", "field"),
    games: whole(1, 1_000),
    seeding,
  },
  "k-wise-league": {
    k: whole(2, 8),
    budget: whole(1, 10_000_000),
    matchmaking: choice("information", "k-sort", "uniform"),
  },
  swiss: { opening: share(0, 1), refits: whole(0, 50) },
  "round-robin": {},
  anchored: { anchors: { kind: "models", atMost: 3 } },
  sort: { method: choice("heap", "all-pairs", "window"), passes: whole(1, 1_024), seeding },
  placement: {
    newcomer: { kind: "model" },
    k: whole(2, 8),
    confidence: share(0.5, 0.999),
    errorRate: share(0.01, 0.45),
    budget: whole(1, 10_000),
  },
};

function optionFrom(field: FormatField, given: readonly string[]): unknown {
  switch (field.kind) {
    case "switch":
      return given.length > 0;
    case "models":
      return given.length > 0 ? given : undefined;
    case "number":
      return given[0] ? Number(given[0]) : undefined;
    case "choice":
    case "model":
      return given[0] || undefined;
  }
}

/** The options a form holds; `given` are the values of its fields by name. What was left empty is left out. */
export function optionsOf(
  format: TournamentFormat,
  given: (name: OptionName) => readonly string[],
): Record<string, unknown> {
  const fields = formatFields[format];
  const entries = optionNames.flatMap((name): [string, unknown][] => {
    const field = fields[name];
    const value = field && optionFrom(field, given(name));
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}
