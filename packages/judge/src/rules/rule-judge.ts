// The judges that need nothing but the battle itself, so they answer at once.
import { type JudgeContext, type JudgedBattle, type Judgement, undecidable } from "../judge.ts";
import { judgeByReference, type ReferenceMatch } from "./reference.ts";
import { judgeByScore } from "./score.ts";

export type JudgeSpec =
  | { readonly kind: "human" }
  | { readonly kind: "rule"; readonly rule: "score" }
  | { readonly kind: "rule"; readonly rule: "reference"; readonly match: ReferenceMatch };

/** A judge that does not wait for anything. */
export type RuleJudge = (battle: JudgedBattle, context: JudgeContext) => Judgement;

const scoreJudge: RuleJudge = ({ outputs }) => {
  const scores = outputs.map(({ score }) => score).filter((score) => score !== null);
  if (scores.length < outputs.length) return undecidable("An output has no score");
  if (!scores.every(Number.isFinite)) return undecidable("A score is not a finite number");
  return { status: "decided", ranks: judgeByScore(scores) };
};

const referenceJudge =
  (match: ReferenceMatch): RuleJudge =>
  ({ outputs }, { reference }) => {
    if (reference === null) return undecidable("The prompt has no reference");
    const contents = outputs.map(({ content }) => content).filter((content) => content !== null);
    if (contents.length < outputs.length) return undecidable("An output has no text to compare");
    return { status: "decided", ranks: judgeByReference(contents, reference, match) };
  };

const humanJudge: RuleJudge = () => ({ status: "pending" });

/** The judge that a specification names. */
export function judgeFor(spec: JudgeSpec): RuleJudge {
  if (spec.kind === "human") return humanJudge;
  return spec.rule === "score" ? scoreJudge : referenceJudge(spec.match);
}
