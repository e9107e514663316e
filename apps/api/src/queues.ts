// One consumer for all queues: which work a message is, its queue says.
import type { Bindings } from "./bindings.ts";
import { consumeJudging } from "./judging/consume.ts";
import type { JudgeMessage } from "./judging/message.ts";
import { consumeWork } from "./work/consume.ts";
import type { WorkMessage } from "./work/message.ts";

export type AnyMessage = JudgeMessage | WorkMessage;

const isJudging = (batch: MessageBatch<AnyMessage>): batch is MessageBatch<JudgeMessage> =>
  batch.queue.startsWith("agon-judge");

export const consumeQueue = (batch: MessageBatch<AnyMessage>, env: Bindings): Promise<void> =>
  isJudging(batch) ? consumeJudging(batch, env) : consumeWork(batch as MessageBatch<WorkMessage>, env);
