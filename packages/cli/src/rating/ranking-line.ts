// Most lines of a file of rankings look alike. Read by a scanner that knows their shape they take a third of the time
// of JSON.parse and the checks after it; whatever it does not know goes that longer way, which also says what is wrong.
import type { Vote } from "./vote.ts";

/** A ranking read off its line. */
export class RankingLine implements Vote {
  readonly models: readonly string[];
  readonly ranks: readonly number[];
  readonly firstOnly = false;
  readonly cluster = null;

  constructor(models: readonly string[], ranks: readonly number[]) {
    this.models = models;
    this.ranks = ranks;
  }
}

const code = { quote: 34, comma: 44, open: 91, close: 93, brace: 125, space: 32 } as const;
const key = '{"ranking":';

/** 1, 2, ..., k: one list for all strict orders of a length. */
const strict: (readonly number[])[] = [];

function strictRanks(length: number): readonly number[] {
  const known = strict[length];
  if (known !== undefined) return known;
  const made = Array.from({ length }, (_, place) => place + 1);
  strict[length] = made;
  return made;
}

/** Goes through one line; every step answers whether the line is still as expected. */
class Scanner {
  readonly models: string[] = [];
  readonly ranks: number[] = [];
  #at = key.length;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  #next(): number {
    while (this.#text.charCodeAt(this.#at) === code.space) this.#at += 1;
    const found = this.#text.charCodeAt(this.#at);
    this.#at += 1;
    return found;
  }

  /** What stands between two quotes without an escape; a model that stands twice is left to the longer way. */
  #name(rank: number): boolean {
    const end = this.#text.indexOf('"', this.#at);
    const name = this.#text.slice(this.#at, end);
    if (end <= this.#at || name.includes("\\") || this.models.includes(name)) return false;
    this.#at = end + 1;
    this.models.push(name);
    this.ranks.push(rank);
    return true;
  }

  /** `"a","b"]` */
  #place(rank: number): boolean {
    for (;;) {
      if (this.#next() !== code.quote || !this.#name(rank)) return false;
      const after = this.#next();
      if (after === code.close) return true;
      if (after !== code.comma) return false;
    }
  }

  /** `[["a"],["b","c"]]}` */
  places(): boolean {
    if (this.#next() !== code.open) return false;
    for (let rank = 1; ; rank += 1) {
      if (this.#next() !== code.open || !this.#place(rank)) return false;
      const after = this.#next();
      if (after === code.close)
        return this.#next() === code.brace && this.#text.trimEnd().length === this.#at;
      if (after !== code.comma) return false;
    }
  }
}

/** The ranking in a line of JSON that holds nothing else; null = read it as JSON. */
export function rankingLine(text: string): RankingLine | null {
  if (!text.startsWith(key)) return null;
  const scanner = new Scanner(text);
  if (!scanner.places() || scanner.models.length < 2) return null;
  const { models, ranks } = scanner;
  return new RankingLine(models, ranks.at(-1) === models.length ? strictRanks(models.length) : ranks);
}
