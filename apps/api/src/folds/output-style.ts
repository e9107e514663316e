/** What an output looks like, apart from what it says. */
export interface OutputStyle {
  readonly chars: number;
  /** Words and punctuation marks; scripts without spaces count their characters. */
  readonly tokens: number;
  readonly headings: number;
  readonly bold: number;
  readonly lists: number;
}

export const noStyle: OutputStyle = { chars: 0, tokens: 0, headings: 0, bold: 0, lists: 0 };

const token =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}_]+|[^\s\p{L}\p{M}\p{N}_]/gu;

function countTokens(text: string): number {
  let found = 0;
  token.lastIndex = 0;
  while (token.exec(text) !== null) found++;
  return found;
}

const fence = /^ {0,3}(```|~~~)/;
const heading = /^ {0,3}#{1,6}[ \t]/;
const item = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S/;

/** Marks that open and close on one line, by twos. Patterns that look for the end backtrack on hostile lines. */
const pairsOf = (line: string, mark: string): number => Math.floor((line.split(mark).length - 1) / 2);

/** The lines outside of code blocks; a block that is not closed runs to the end. */
function* proseLines(text: string): Generator<string> {
  let open: string | null = null;
  for (const line of text.split("\n")) {
    const mark = fence.exec(line)?.[1] ?? null;
    if (mark === null && open === null) yield line;
    else if (open === null) open = mark;
    else if (mark === open) open = null;
  }
}

/**
 * Length and Markdown marks of an output, the features of LMArena's style control (T. Li et al., 2024): headings,
 * bold passages and list items outside of code blocks.
 */
export function styleOf(text: string): OutputStyle {
  let [headings, bold, lists] = [0, 0, 0];
  for (const line of proseLines(text)) {
    if (heading.test(line)) headings++;
    if (item.test(line)) lists++;
    bold += pairsOf(line, "**") + pairsOf(line, "__");
  }
  return { chars: text.length, tokens: countTokens(text), headings, bold, lists };
}
