import type { BoardWarning, Leaderboard } from "@agon/contract";
import type { Messages } from "../messages/en.ts";
import { fill, formatChange, formatNumber, formatPercent } from "../messages/format.ts";

type Texts = Messages["board"];

/** A warning in the reader's language; one that this page does not know yet in the server's words. */
export function warningText({ code, message, values = {} }: BoardWarning, t: Texts): string {
  const known: Readonly<Record<string, string>> = t.warnings;
  const text = known[code];
  return text === undefined ? message : fill(text, values);
}

/** What went into a board beside the votes, in a sentence each. */
export function boardNotes(
  board: Leaderboard,
  criteria: ReadonlyMap<string, string>,
  lang: string,
  t: Texts,
): string[] {
  const { style, weights, length_margin, shrunk } = board;
  const notes: string[] = [];
  if (style !== null) {
    const list = style.coefficients.map(({ feature, value, sd }) =>
      fill(t.styleWeight, {
        feature: t.features[feature],
        value: formatChange(lang, value, 2),
        sd: formatNumber(lang, sd, 2),
      }),
    );
    notes.push(fill(t.styleNote, { list: list.join(", ") }));
  }
  if (length_margin !== null) notes.push(fill(t.marginNote, { n: formatNumber(lang, length_margin) }));
  if (weights !== null) {
    const list = weights.map(
      ({ criterion, share }) => `${criteria.get(criterion) ?? criterion} ${formatPercent(lang, share)}`,
    );
    notes.push(fill(t.weightsNote, { list: list.join(", ") }));
  }
  if (shrunk) notes.push(t.shrunkNote);
  return notes;
}
