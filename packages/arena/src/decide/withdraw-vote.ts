import { fail, ok, type WithdrawalAnswer } from "@agon/contract";
import type { VerdictEvent } from "../event.ts";
import type { ArenaState } from "../state.ts";
import { undoMs } from "./cast.ts";
import type { Decided } from "./decision.ts";

/** The vote as the log holds it. */
export interface LoggedVote {
  readonly seq: number;
  readonly at: number;
  readonly verdict: VerdictEvent;
}

/** Takes a vote back within five seconds of its cast; repeating it gives the same answer. */
export function decideWithdrawal(
  state: ArenaState,
  vote: LoggedVote,
  now: number,
): Decided<WithdrawalAnswer> {
  const done = state.withdrawn.get(vote.seq);
  if (done !== undefined) return ok({ drafts: [], answer: () => ({ withdrawn: true, seq: done }) });
  if (now - vote.at > undoMs) {
    return fail("withdrawal_late", `A vote can be taken back for ${undoMs / 1000} seconds after its cast.`);
  }
  return ok({
    drafts: [{ event: { type: "verdict.withdrawn", of: vote.seq, verdict: vote.verdict } }],
    answer: (_, [seq = 0]) => ({ withdrawn: true, seq }),
  });
}
