import { itemAt } from "../item-at.ts";
import { countsOf } from "./term-vector.ts";
import { singular, wordsOf } from "./words.ts";

/*
 * ROUGE (Lin, "ROUGE: A Package for Automatic Evaluation of Summaries", 2004) against one reference.
 * ROUGE-L is taken over the whole text as one sequence, and plurals are taken off instead of Porter's
 * stemming; stop words count.
 */

/** How much of the candidate is in the reference (precision), the reverse (recall), and their harmonic mean. */
interface Overlap {
  precision: number;
  recall: number;
  f1: number;
}

/** ROUGE-1: shared words, each counted at most as often as it stands in both texts. */
export function rouge1(candidate: string, reference: string): Overlap {
  const [found, wanted] = [tokens(candidate), tokens(reference)];
  const available = countsOf(wanted);
  let shared = 0;
  for (const [word, n] of countsOf(found)) shared += Math.min(n, available.get(word) ?? 0);
  return overlap(shared, found.length, wanted.length);
}

/** ROUGE-L: the longest run of words that stand in both texts in the same order, gaps allowed. */
export function rougeL(candidate: string, reference: string): Overlap {
  const [found, wanted] = [tokens(candidate), tokens(reference)];
  return overlap(longestCommonSubsequence(found, wanted), found.length, wanted.length);
}

function tokens(text: string): string[] {
  return wordsOf(text).map(singular);
}

function overlap(shared: number, found: number, wanted: number): Overlap {
  if (shared === 0) return { precision: 0, recall: 0, f1: 0 };
  return { precision: shared / found, recall: shared / wanted, f1: (2 * shared) / (found + wanted) };
}

function longestCommonSubsequence(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    b.forEach((other, j) => {
      const longer = Math.max(itemAt(row, j + 1), itemAt(next, j));
      next.push(word === other ? itemAt(row, j) + 1 : longer);
    });
    row = next;
  }
  return itemAt(row, b.length);
}
