// The nouns: what a judge sees, says and costs.

export { type JudgeQuality, judgeQuality, type LabelledDuel } from "./agreement.ts";
export { answerKey } from "./ask/answer-key.ts";
export type { AnswerStore, StoredAnswer } from "./ask/answer-store.ts";
export type { Asker, Reply } from "./ask/ask.ts";
export { type AskerSettings, createAsker } from "./ask/asker.ts";
export { type Budget, budgetOf } from "./ask/budget.ts";
export { answerTokens, estimateInput, estimateTokens } from "./ask/tokens.ts";
export type {
  Chat,
  ChatMessage,
  ChatReply,
  ChatRequest,
  Http,
  Surroundings,
} from "./chat/chat.ts";
export { type CircuitSettings, circuit } from "./chat/circuit.ts";
export { callLimit } from "./chat/limited.ts";
export { type OpenAiSettings, openAiChat } from "./chat/open-ai.ts";
export { type RetrySettings, retried } from "./chat/retried.ts";
export { type WorkersAi, workersAiChat } from "./chat/workers-ai.ts";
export { type FailureCode, failureOf, type ProviderFailure } from "./failure.ts";
export { type Finding, scanForInjection } from "./injection/scan.ts";
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
export { judgeByCriteria } from "./judges/criteria.ts";
export { guarded } from "./judges/guarded.ts";
export { withoutIdentical } from "./judges/identical.ts";
export { llm } from "./judges/llm.ts";
export { bothOrders, inRandomOrder } from "./judges/order.ts";
export { type PanelMember, type PanelSettings, panel } from "./judges/panel.ts";
export { portia } from "./judges/portia.ts";
export { withChecklist, withConcepts } from "./judges/prepared.ts";
export { questionOf } from "./judges/question.ts";
export { drawMarks } from "./prompt/fence.ts";
export { messagesFor } from "./prompt/messages.ts";
export type { Protocol, Question, Reading } from "./protocol/protocol.ts";
export { type ProtocolName, protocolNames, protocols } from "./protocol/protocols.ts";
export { type EndpointSettings, endpointJudge } from "./rules/endpoint.ts";
export { jsonSchemaJudge } from "./rules/json-schema.ts";
export { patternJudge } from "./rules/pattern.ts";
export { judgeByReference, normaliseAnswer, type ReferenceMatch } from "./rules/reference.ts";
export { type JudgeSpec, judgeFor, type RuleJudge } from "./rules/rule-judge.ts";
export { judgeByScore } from "./rules/score.ts";
export { addSpend, costOf, noSpend, type Price, type Spend, type Usage } from "./spend.ts";
