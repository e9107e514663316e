// The consumer of the judges' queues. Messages of a batch are worked on side by side; each is acknowledged by itself.
import type { Bindings } from "../bindings.ts";
import type { JudgeMessage } from "./message.ts";
import { takeDeadMessage, takeMessage } from "./take-message.ts";

const deadQueue = "agon-judge-dead";
/** What broke is tried again after so long, twice as long each time. */
const firstRetryS = 5;

export async function consumeJudging(batch: MessageBatch<JudgeMessage>, env: Bindings): Promise<void> {
  const take = batch.queue === deadQueue ? consumeDead : consumeOne;
  await Promise.all(batch.messages.map((message) => take(env, message)));
}

async function consumeOne(env: Bindings, message: Message<JudgeMessage>): Promise<void> {
  try {
    const againS = await takeMessage(env, message.body, message.id);
    if (againS === null) message.ack();
    else message.retry({ delaySeconds: againS });
  } catch (error) {
    console.error(`judging ${message.body.issue} of arena ${message.body.arena} broke off`, error);
    message.retry({ delaySeconds: firstRetryS * 2 ** (message.attempts - 1) });
  }
}

async function consumeDead(env: Bindings, message: Message<JudgeMessage>): Promise<void> {
  await takeDeadMessage(env, message.body);
  message.ack();
}
