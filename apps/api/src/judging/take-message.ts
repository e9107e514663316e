// One battle from the queue: what to judge by from the referee, the texts from D1, the verdict back to the referee. All
// of it may happen twice; answers are kept, and the battle's id lets it count once.
import type { Bindings } from "../bindings.ts";
import { refereeOf } from "../http/arenas.ts";
import { judgeBattle } from "./judge-battle.ts";
import { readMaterial } from "./material.ts";
import type { JudgeMessage } from "./message.ts";

/** Answers seconds after which the message has to come again; null when it is done with. */
export async function takeMessage(
  env: Bindings,
  message: JudgeMessage,
  delivery: string,
): Promise<number | null> {
  const referee = refereeOf(env, message.arena);
  const assignment = await referee.beginJudging(message, delivery);
  if (assignment === null) return null;
  const material = await readMaterial(env.DB, message);
  const judged = await judgeBattle(env, message, assignment, material);
  if (judged.status === "failed") {
    const { code, reason, again } = judged;
    await referee.failJudging(message, { code, reason, again }, judged.failures);
    return null;
  }
  const taken = await referee.takeVerdict(judged.verdict, judged.failures);
  return taken.ok ? null : (taken.error.retryAfterS ?? 5);
}

/** What came back from the queue again and again: the operator sees it, and may say retry. */
export async function takeDeadMessage(env: Bindings, message: JudgeMessage): Promise<void> {
  const referee = refereeOf(env, message.arena);
  const reason = "The battle was taken up several times and never came to an end.";
  const failed = { code: "lost", reason, again: false };
  await referee.failJudging(message, failed, [{ judge: message.judge, code: "lost", reason }]);
}
