// Does an output say whose it is? Voters must not know, so such an output is shown to the operator first.

/** Shorter names are words of every language; they would be found everywhere. */
const shortestName = 3;

/** Lower case, letters and digits in words one blank apart: "GPT-4o (mini)" and "gpt_4o mini" become the same. */
const plain = (text: string): string =>
  ` ${text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

/** The first of the names that the text holds as whole words; null when it names nobody. */
export function nameIn(text: string, names: readonly (string | null)[]): string | null {
  const searched = plain(text);
  const held = names.find((name) => {
    const words = plain(name ?? "");
    return words.length >= shortestName + 2 && searched.includes(words);
  });
  return held ?? null;
}
