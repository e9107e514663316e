// Verdicts of an arena in columns, for the folds that counts cannot serve: about 60 bytes a vote.
import type { VerdictEvent } from "@agon/arena";
import type { JudgeKind } from "@agon/contract";
import { IntColumn } from "./int-column.ts";
import { codeOfLooks, type LooksBothWays, looksOfCode } from "./looks.ts";

/** How clear a duel was, where the judge said so. */
type Strength = "much" | "slight" | null;

export interface VerdictRow {
  readonly seq: number;
  readonly criterion: string;
  readonly kind: JudgeKind;
  /** A number that stands for the judge, from 0. */
  readonly judge: number;
  readonly prompt: number;
  /** In the order shown. */
  readonly models: number[];
  readonly ranks: number[];
  readonly firstOnly: boolean;
  readonly strength: Strength;
  /** Dollars; 0 where none are told. */
  readonly costUsd: number;
  /** What a language model said of the two models of a duel in each order; null where its answers are not told. */
  readonly looks: LooksBothWays | null;
}

/** Which rows: null lets everything through. */
export interface VerdictFilter {
  readonly criterion: string | null;
  readonly kind: JudgeKind | null;
  /** Prompts of the category. */
  readonly prompts: ReadonlySet<number> | null;
  /** Seqs of verdicts that were taken back or overruled. */
  readonly withdrawn: ReadonlySet<number>;
}

/** Texts that occur again and again, by number. */
class Dictionary<T extends string> {
  readonly texts: T[] = [];
  readonly #numbers = new Map<T, number>();

  numberOf(text: T): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

const strengths: readonly Strength[] = [null, "slight", "much"];
const firstOnlyBit = 4;
const microDollars = 1e6;
const mostMicroDollars = 2 ** 31 - 1;

export class VerdictColumns {
  /** Entries of the log up to this one have been read. */
  seq = 0;
  readonly #seqs = new IntColumn();
  readonly #criteria = new IntColumn();
  readonly #kinds = new IntColumn();
  readonly #judges = new IntColumn();
  readonly #prompts = new IntColumn();
  readonly #marks = new IntColumn();
  readonly #costs = new IntColumn();
  readonly #looks = new IntColumn();
  readonly #ends = new IntColumn();
  readonly #models = new IntColumn();
  readonly #ranks = new IntColumn();
  readonly #criterionNames = new Dictionary<string>();
  readonly #kindNames = new Dictionary<JudgeKind>();
  readonly #judgeNames = new Dictionary<string>();

  get length(): number {
    return this.#seqs.length;
  }

  judgeName(judge: number): string {
    return this.#judgeNames.texts[judge] ?? "";
  }

  /** Takes the next verdict of the log. One that came too late for its match counts nowhere. */
  add(seq: number, verdict: VerdictEvent): void {
    if (verdict.late) return;
    this.#seqs.push(seq);
    this.#criteria.push(this.#criterionNames.numberOf(verdict.criterion));
    this.#kinds.push(this.#kindNames.numberOf(verdict.judge.kind));
    this.#judges.push(this.#judgeNames.numberOf(verdict.judge.id));
    this.#prompts.push(verdict.prompt);
    this.#marks.push(strengths.indexOf(strengthOf(verdict)) + (verdict.firstOnly ? firstOnlyBit : 0));
    this.#costs.push(Math.min(Math.round((verdict.cost?.usd ?? 0) * microDollars), mostMicroDollars));
    this.#looks.push(codeOfLooks(verdict));
    for (const model of verdict.models) this.#models.push(model);
    for (const rank of verdict.ranks) this.#ranks.push(rank);
    this.#ends.push(this.#models.length);
  }

  /** Verdicts up to `seq` that a filter lets through, in the order of the log. */
  *rows(seq: number, filter: VerdictFilter): Generator<VerdictRow> {
    const { criterion, kind } = filter;
    const wantedCriterion = criterion === null ? null : this.#criterionNames.texts.indexOf(criterion);
    const wantedKind = kind === null ? null : this.#kindNames.texts.indexOf(kind);
    for (let row = 0; row < this.length && this.#seqs.at(row) <= seq; row++) {
      if (wantedCriterion !== null && this.#criteria.at(row) !== wantedCriterion) continue;
      if (wantedKind !== null && this.#kinds.at(row) !== wantedKind) continue;
      if (filter.prompts?.has(this.#prompts.at(row)) === false) continue;
      if (filter.withdrawn.has(this.#seqs.at(row))) continue;
      yield this.#row(row);
    }
  }

  #row(row: number): VerdictRow {
    const [from, to] = [row === 0 ? 0 : this.#ends.at(row - 1), this.#ends.at(row)];
    const marks = this.#marks.at(row);
    return {
      seq: this.#seqs.at(row),
      criterion: this.#criterionNames.texts[this.#criteria.at(row)] ?? "",
      kind: this.#kindNames.texts[this.#kinds.at(row)] ?? "human",
      judge: this.#judges.at(row),
      prompt: this.#prompts.at(row),
      models: this.#models.slice(from, to),
      ranks: this.#ranks.slice(from, to),
      firstOnly: marks >= firstOnlyBit,
      costUsd: this.#costs.at(row) / microDollars,
      looks: looksOfCode(this.#looks.at(row)),
      strength: strengths[marks % firstOnlyBit] ?? null,
    };
  }
}

/** As the judge said it, or as the flags `much` and `slight` of imported duels say. A panel's mean rounds up to much. */
function strengthOf({ flags = [], strength }: VerdictEvent): Strength {
  if (strength !== undefined) return Math.abs(strength) >= 0.75 ? "much" : strength === 0 ? null : "slight";
  return flags.includes("much") ? "much" : flags.includes("slight") ? "slight" : null;
}
