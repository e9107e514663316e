import { ApiError } from "@agon/contract/client";
import type { SpentReason, StopReason } from "./vote-state.ts";

/** Worth sending again: no answer, or an answer that says "not acknowledged". */
export const isUndelivered = (error: unknown): boolean =>
  !(error instanceof ApiError) || error.status >= 500 || error.code === "rate_limited";

export function spentReason(error: unknown): SpentReason {
  const code = error instanceof ApiError ? error.code : "";
  switch (code) {
    case "ballot_expired":
    case "ballot_used":
    case "ballot_foreign":
      return code;
    default:
      return "broken";
  }
}

/** Why no ballot was issued, and after how many seconds asking again makes sense. */
export function stopReason(error: unknown): { reason: StopReason; waitS: number | null } {
  if (!(error instanceof ApiError)) return { reason: "unreachable", waitS: null };
  const waitS = error.retryAfterS;
  if (error.status === 429) return { reason: "rate_limited", waitS: waitS ?? 60 };
  switch (error.code) {
    case "no_battle_left":
      // The battles of a tournament come back when their voters let them go.
      return { reason: waitS === null ? "no_battle_left" : "battles_taken", waitS };
    case "arena_closed":
    case "tournament_state":
      return { reason: error.code, waitS: null };
    default:
      return { reason: "unreachable", waitS };
  }
}
