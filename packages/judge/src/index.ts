// The nouns: what a judge sees, says and costs.
export type { AnswerStore, StoredAnswer } from "./ask/answer-store.ts";
export type { Asker, Reply } from "./ask/ask.ts";
export type {
  Chat,
  ChatMessage,
  ChatReply,
  ChatRequest,
  Http,
  Surroundings,
} from "./chat/chat.ts";
export { type FailureCode, failureOf, type ProviderFailure } from "./failure.ts";
export type {
  Decided,
  Judge,
  JudgeContext,
  JudgedBattle,
  JudgedCriterion,
  Judgement,
  JudgeOutput,
  Look,
  VerdictFlag,
} from "./judge.ts";
export type { Protocol, Question, Reading } from "./protocol/protocol.ts";
export { judgeByReference, normaliseAnswer, type ReferenceMatch } from "./rules/reference.ts";
export { type JudgeSpec, judgeFor, type RuleJudge } from "./rules/rule-judge.ts";
export { judgeByScore } from "./rules/score.ts";
export { addSpend, costOf, noSpend, type Price, type Spend, type Usage } from "./spend.ts";
