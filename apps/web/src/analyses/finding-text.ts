import type { Finding } from "@agon/contract";
import type { Messages } from "../messages/en.ts";
import { fill, formatNumber } from "../messages/format.ts";

type Texts = Messages["analyses"]["findings"];

/** Values that are shares of a whole, by the analysis whose finding has them. */
const shares: Readonly<Record<string, readonly string[]>> = {
  position: ["share", "lower", "upper"],
  swap: ["share"],
  agreement: ["share"],
  cycles: ["share"],
  mixture: ["share", "met", "needed"],
  groups: ["share"],
  fragility: ["share"],
  scores: ["share"],
};

const percentOf = (lang: string, share: number): string =>
  new Intl.NumberFormat(lang, { style: "percent", maximumSignificantDigits: share < 0.1 ? 1 : 2 }).format(
    share,
  );

const isKnown = (code: string, texts: Texts): code is keyof Texts & string => code in texts;

/** A finding as the sentence it stands for. A code without a text would be a page older than its server. */
export function findingText(
  lang: string,
  { code, values }: Finding,
  texts: Texts,
  kinds: Readonly<Record<string, string>>,
): string {
  if (!isKnown(code, texts)) return code;
  const [part = ""] = code.split("_");
  const written = Object.entries(values).map(([name, value]): [string, string] => {
    if (typeof value === "string") return [name, name === "kind" ? (kinds[value] ?? value) : value];
    if (shares[part]?.includes(name)) return [name, percentOf(lang, value)];
    return [name, formatNumber(lang, value, Number.isInteger(value) ? 0 : 2)];
  });
  return fill(texts[code], Object.fromEntries(written));
}
