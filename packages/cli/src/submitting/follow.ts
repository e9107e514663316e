import { setTimeout as sleep } from "node:timers/promises";
import type { Submission } from "@agon/contract";

const pollMs = 250;
const longestMs = 60_000;

/** Statuses that change by themselves within moments; the others wait for somebody. */
const isOnItsWay = ({ status, progress }: Submission): boolean =>
  status === "queued" || (status === "accepted" && progress.done < progress.outputs);

/** Asks until a submission stands still, for a minute at most; gives what it was last. */
export async function untilSettled(
  read: () => Promise<Submission>,
  wait: (ms: number) => Promise<unknown> = sleep,
): Promise<Submission> {
  let submission = await read();
  for (let waitedMs = 0; isOnItsWay(submission) && waitedMs < longestMs; waitedMs += pollMs) {
    await wait(pollMs);
    submission = await read();
  }
  return submission;
}
