import { competitionRanks } from "./ranks.ts";

export type ReferenceMatch = "exact" | "normalised";

// Punctuation, save where it makes a number another one: a minus before it, a mark between its digits.
const punctuation = /(?!(?<=\p{N})[.,:/](?=\p{N}))(?!(?<![\p{L}\p{N}])-(?=\p{N}))\p{P}/gu;
const whiteSpace = /\s+/gu;

/**
 * What is left of a text when compatibility forms (Unicode NFKC), case, punctuation and runs of white space do not
 * count. Signs and marks inside numbers count ("-5", "3.14"), symbols do ("C++"), and a text of nothing but
 * punctuation keeps it: there it is the answer.
 */
export function normaliseAnswer(text: string): string {
  // Upper before lower case folds letters that only one direction knows, such as "ß" and "SS".
  const folded = text
    .normalize("NFKC")
    .replaceAll("\u2212", "-")
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKC");
  const tidy = (value: string) => value.replace(whiteSpace, " ").trim();
  const words = tidy(folded.replace(punctuation, " "));
  return words === "" ? tidy(folded) : words;
}

/**
 * The rule `reference`: outputs that say what the reference says win over those that do not; equals tie.
 *
 * @param contents one text per output, in the order shown
 * @param reference the expected answer
 * @param match `exact` compares character by character, `normalised` after {@link normaliseAnswer}
 * @returns competition ranks in the same order: all 1 when every output or none matches
 */
export function judgeByReference(
  contents: readonly string[],
  reference: string,
  match: ReferenceMatch,
): number[] {
  const read = match === "exact" ? (text: string) => text : normaliseAnswer;
  const expected = read(reference);
  return competitionRanks(contents.map((content) => (read(content) === expected ? 1 : 0)));
}
