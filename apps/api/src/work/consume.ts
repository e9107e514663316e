// The queue's consumer. A message says what to look at, never what is true: the referee is asked whether it is still
// wanted, so a lost, late or doubled message does no harm.
import type { Bindings } from "../bindings.ts";
import { refereeOf } from "../http/arenas.ts";
import { obtainOutput } from "../intake/obtain.ts";
import type { WorkMessage } from "./message.ts";

/** Seconds to wait before the second try and the ones after it. */
const waitsS = [2, 10, 30] as const;

export async function consumeWork(batch: MessageBatch<WorkMessage>, env: Bindings): Promise<void> {
  const dead = batch.queue.endsWith("-dead");
  await Promise.all(batch.messages.map((message) => (dead ? giveUp(message, env) : work(message, env))));
}

async function work(message: Message<WorkMessage>, env: Bindings): Promise<void> {
  const wait = waitsS[message.attempts - 1];
  try {
    const { submission, prompt, arena } = message.body;
    const referee = refereeOf(env, arena);
    const wanted = await referee.wantedOutput(submission, prompt);
    if (wanted === null) return message.ack();
    const output = await obtainOutput(env, message.body, wanted);
    if (output.arrived.kind === "failed" && output.passing && wait !== undefined)
      return message.retry({ delaySeconds: output.waitS ?? wait });
    const { arrived, content } = output;
    const told = await referee.outputArrived(submission, prompt, arrived, content);
    if (told.ok) return message.ack();
    return message.retry({ delaySeconds: wait ?? 60 });
  } catch (error) {
    console.error("work on a submission failed", error);
    message.retry({ delaySeconds: wait ?? 60 });
  }
}

/** Every try broke on our side; the submitter shall not wait for ever. */
async function giveUp(message: Message<WorkMessage>, env: Bindings): Promise<void> {
  const { submission, prompt, arena } = message.body;
  const detail = "the output could not be fetched; send the submission again later";
  const arrived = { kind: "failed", code: "given_up", detail } as const;
  await refereeOf(env, arena).outputArrived(submission, prompt, arrived, { content: null, mediaUrl: null });
  message.ack();
}
