// Split and merge: long answers are compared part by part, so that what belongs together stands together.
// Z. Li et al., "Split and Merge: Aligning Position Biases in LLM-based Evaluators" (PORTIA), EMNLP 2024. Here parts are
// cut between sentences, and the aligned cuts are found by dynamic programming instead of enumeration.
import { piecesOf } from "./pieces.ts";

/** Text before piece `at`, in characters. */
function starts(pieces: readonly string[]): number[] {
  const offsets = [0];
  for (const piece of pieces) offsets.push((offsets.at(-1) ?? 0) + piece.length);
  return offsets;
}

const joined = (pieces: readonly string[], cuts: readonly number[]): string[] => {
  const ends = [0, ...cuts, pieces.length];
  return ends.slice(1).map((end, at) => pieces.slice(ends[at], end).join(""));
};

/** `k` parts of about equal length that concatenate to the text. */
export function splitEvenly(text: string, k: number): string[] {
  const pieces = piecesOf(text);
  const offsets = starts(pieces);
  let last = 0;
  const cuts = Array.from({ length: k - 1 }, (_, at) => {
    const wanted = (text.length * (at + 1)) / k;
    let best = last;
    for (let cut = last; cut < offsets.length; cut++) {
      if (Math.abs((offsets[cut] ?? 0) - wanted) < Math.abs((offsets[best] ?? 0) - wanted)) best = cut;
    }
    last = best;
    return best;
  });
  return joined(pieces, cuts);
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words by number, so that counting is quick. */
function numbered(pieces: readonly string[], numbers: Map<string, number>): number[][] {
  return pieces.map((piece) =>
    wordsOf(piece).map((word) => {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      return number;
    }),
  );
}

/**
 * Words that pieces `fromA..toA` of one text and `fromB..toB` of the other share, over the words of the shorter, for
 * every end at once: growing the spans by one piece updates the counts of the last.
 */
class Overlap {
  readonly #counts: Int32Array[];
  readonly #sizes: number[];
  readonly #other: readonly number[][];
  readonly #seen: Int32Array;

  constructor(a: readonly number[][], b: readonly number[][], words: number) {
    this.#other = b;
    this.#seen = new Int32Array(words);
    this.#sizes = [0];
    const empty = new Int32Array(words);
    this.#counts = [empty];
    for (const piece of a) {
      const next = Int32Array.from(this.#counts.at(-1) ?? empty);
      for (const word of piece) next[word] = (next[word] ?? 0) + 1;
      this.#counts.push(next);
      this.#sizes.push((this.#sizes.at(-1) ?? 0) + piece.length);
    }
  }

  /** The share for every end in `fromB..`, at index end. */
  row(fromA: number, toA: number, fromB: number): Float64Array {
    const [low, high, seen] = [this.#counts[fromA], this.#counts[toA], this.#seen];
    seen.fill(0);
    const size = (this.#sizes[toA] ?? 0) - (this.#sizes[fromA] ?? 0);
    const shares = new Float64Array(this.#other.length + 1);
    let [common, length] = [0, 0];
    for (let piece = fromB; piece < this.#other.length; piece++) {
      for (const word of this.#other[piece] ?? []) {
        const before = seen[word] ?? 0;
        if (before < (high?.[word] ?? 0) - (low?.[word] ?? 0)) common++;
        seen[word] = before + 1;
        length++;
      }
      shares[piece + 1] = common / Math.max(1, Math.min(size, length));
    }
    return shares;
  }
}

/** Longer texts are cut at every n-th piece, so that the search stays within its time. */
const mostPieces = 20;

function grouped(pieces: readonly string[]): string[] {
  const each = Math.ceil(pieces.length / mostPieces);
  if (each <= 1) return [...pieces];
  return Array.from({ length: Math.ceil(pieces.length / each) }, (_, at) =>
    pieces.slice(at * each, (at + 1) * each).join(""),
  );
}

interface Best {
  readonly score: number;
  readonly cutsA: readonly number[];
  readonly cutsB: readonly number[];
}

/**
 * Cuts both texts in `k` parts so that the summed overlap of aligned parts is the greatest; of equal ones the first cuts.
 * Parts concatenate to their text; none is empty where the text has `k` pieces.
 */
export function splitAligned(textA: string, textB: string, k: number): [string[], string[]] {
  const [piecesA, piecesB] = [grouped(piecesOf(textA)), grouped(piecesOf(textB))];
  if (piecesA.length < k || piecesB.length < k) return [splitEvenly(textA, k), splitEvenly(textB, k)];
  const numbers = new Map<string, number>();
  const [a, b] = [numbered(piecesA, numbers), numbered(piecesB, numbers)];
  const overlap = new Overlap(a, b, numbers.size);
  let reached = new Map<string, Best & { readonly atA: number; readonly atB: number }>([
    ["0/0", { atA: 0, atB: 0, score: 0, cutsA: [], cutsB: [] }],
  ]);
  for (let part = 1; part <= k; part++) {
    const next: typeof reached = new Map();
    const left = k - part;
    for (const { atA, atB, score, cutsA, cutsB } of reached.values()) {
      const firstA = left === 0 ? a.length : atA + 1;
      for (let toA = firstA; toA <= a.length - left; toA++) {
        const shares = overlap.row(atA, toA, atB);
        const firstB = left === 0 ? b.length : atB + 1;
        for (let toB = firstB; toB <= b.length - left; toB++) {
          const total = score + (shares[toB] ?? 0);
          const key = `${toA}/${toB}`;
          if (total <= (next.get(key)?.score ?? -1)) continue;
          next.set(key, { atA: toA, atB: toB, score: total, cutsA: [...cutsA, toA], cutsB: [...cutsB, toB] });
        }
      }
    }
    reached = next;
  }
  const best = reached.get(`${a.length}/${b.length}`);
  if (best === undefined) return [splitEvenly(textA, k), splitEvenly(textB, k)];
  return [joined(piecesA, best.cutsA.slice(0, -1)), joined(piecesB, best.cutsB.slice(0, -1))];
}
