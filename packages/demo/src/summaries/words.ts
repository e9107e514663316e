/** The lower-case words and numbers of a text, in order; apostrophes inside a word stay. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? [];
}

/**
 * Takes the plural off a word: Harman's S-stemmer ("How effective is suffixing?", JASIS 42, 1991),
 * three rules of which the first that fits is used.
 */
export function singular(word: string): string {
  if (/[^ae]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/[^aeo]es$/.test(word)) return word.slice(0, -1);
  if (/[^us]s$/.test(word)) return word.slice(0, -1);
  return word;
}
