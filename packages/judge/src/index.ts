export {
  type Judge,
  type JudgeContext,
  type JudgedBattle,
  type Judgement,
  type JudgeOutput,
  type JudgeSpec,
  judgeFor,
} from "./judge.ts";
export { judgeByReference, normaliseAnswer, type ReferenceMatch } from "./reference.ts";
export { judgeByScore } from "./score.ts";
