// The smallest pieces a text may be cut into: sentences and lines, never inside a fenced block of code.

const fenceLine = /^ {0,3}(`{3,}|~{3,})/;

/** Lines with their line ends. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Sentences with the space behind them. */
const sentencesOf = (line: string): string[] =>
  line.match(/.*?[.!?。！？]+["'”’)\]]*(?:\s+|$)|.+$|\s+/gsu) ?? [];

/** Pieces that concatenate to the text, byte for byte. A block of code is one piece. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let block: string[] = [];
  let fence: string | null = null;
  for (const line of linesOf(text)) {
    const mark = fenceLine.exec(line)?.[1] ?? null;
    if (fence !== null) {
      block.push(line);
      const isEnd =
        mark !== null && mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark;
      if (isEnd) {
        pieces.push(block.join(""));
        [block, fence] = [[], null];
      }
    } else if (mark !== null) [block, fence] = [[line], mark];
    else pieces.push(...sentencesOf(line));
  }
  // A block that is never closed runs to the end, as a reader of Markdown sees it.
  return block.length > 0 ? [...pieces, block.join("")] : pieces;
}

/** How many pieces say something. */
export const sentenceCount = (text: string): number =>
  piecesOf(text).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length;
