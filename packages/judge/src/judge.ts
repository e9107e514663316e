// The one signature every judge has, and the judges that need nothing but the battle itself.
import { judgeByReference, type ReferenceMatch } from "./reference.ts";
import { judgeByScore } from "./score.ts";

/** What a judge sees of one output. `content` is null for media, `score` is null when none was given. */
export interface JudgeOutput {
  readonly content: string | null;
  readonly score: number | null;
}

/** The outputs of one battle, in the order shown. */
export interface JudgedBattle {
  readonly outputs: readonly JudgeOutput[];
}

/** What a judge may know beside the outputs. */
export interface JudgeContext {
  /** The expected answer of the battle's prompt, if it has one. */
  readonly reference: string | null;
}

export type JudgeSpec =
  | { readonly kind: "human" }
  | { readonly kind: "rule"; readonly rule: "score" }
  | { readonly kind: "rule"; readonly rule: "reference"; readonly match: ReferenceMatch };

/**
 * `decided` carries competition ranks, one per output as shown. `pending` means that the verdict arrives later, by a
 * ballot. `undecidable` means that this judge can never decide this battle, and why.
 */
export type Judgement =
  | { readonly status: "decided"; readonly ranks: readonly number[] }
  | { readonly status: "pending" }
  | { readonly status: "undecidable"; readonly reason: string };

export type Judge = (battle: JudgedBattle, context: JudgeContext) => Judgement;

const undecidable = (reason: string): Judgement => ({ status: "undecidable", reason });

const scoreJudge: Judge = ({ outputs }) => {
  const scores = outputs.map(({ score }) => score).filter((score) => score !== null);
  if (scores.length < outputs.length) return undecidable("An output has no score");
  if (!scores.every(Number.isFinite)) return undecidable("A score is not a finite number");
  return { status: "decided", ranks: judgeByScore(scores) };
};

const referenceJudge =
  (match: ReferenceMatch): Judge =>
  ({ outputs }, { reference }) => {
    if (reference === null) return undecidable("The prompt has no reference");
    const contents = outputs.map(({ content }) => content).filter((content) => content !== null);
    if (contents.length < outputs.length) return undecidable("An output has no text to compare");
    return { status: "decided", ranks: judgeByReference(contents, reference, match) };
  };

const humanJudge: Judge = () => ({ status: "pending" });

/** The judge that a specification names. */
export function judgeFor(spec: JudgeSpec): Judge {
  if (spec.kind === "human") return humanJudge;
  return spec.rule === "score" ? scoreJudge : referenceJudge(spec.match);
}
