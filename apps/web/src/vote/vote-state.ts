import type { Ballot, CastAnswer } from "@agon/contract";
import type { Choice } from "./choice.ts";

/** Why there is no battle on the stage. */
export type StopReason =
  | "no_battle_left"
  /** Others hold every open battle of the tournament. */
  | "battles_taken"
  | "arena_closed"
  | "tournament_state"
  | "rate_limited"
  | "unreachable";

/** Why a ballot on the stage cannot be cast any more. */
export type SpentReason = "ballot_expired" | "ballot_used" | "ballot_foreign" | "broken";

export type VoteState =
  | { readonly phase: "loading" }
  | { readonly phase: "open"; readonly ballot: Ballot }
  | { readonly phase: "sending"; readonly ballot: Ballot; readonly choice: Choice }
  /** Not delivered; kept in this browser and sent again by itself. */
  | { readonly phase: "kept"; readonly ballot: Ballot; readonly choice: Choice }
  | {
      readonly phase: "revealed";
      readonly ballot: Ballot;
      readonly choice: Choice;
      readonly answer: CastAnswer;
      readonly undone: boolean;
    }
  | {
      readonly phase: "spent";
      readonly ballot: Ballot;
      readonly reason: SpentReason;
      readonly detail: string;
    }
  | { readonly phase: "stopped"; readonly reason: StopReason; readonly waitS: number | null };

export type VoteEvent =
  | { readonly type: "drawing" }
  | { readonly type: "drawn"; readonly ballot: Ballot }
  | { readonly type: "stopped"; readonly reason: StopReason; readonly waitS: number | null }
  | { readonly type: "chosen"; readonly choice: Choice }
  | { readonly type: "answered"; readonly answer: CastAnswer }
  | { readonly type: "undelivered" }
  | { readonly type: "refused"; readonly reason: SpentReason; readonly detail: string }
  | { readonly type: "undone" };

const castable = (state: VoteState): state is VoteState & { phase: "open" } => state.phase === "open";
const inFlight = (state: VoteState): state is VoteState & { phase: "sending" | "kept" } =>
  state.phase === "sending" || state.phase === "kept";

/** The stage's next state. An event that does not fit (a late answer, a second press) changes nothing. */
export function voteStep(state: VoteState, event: VoteEvent): VoteState {
  switch (event.type) {
    case "drawing":
      return { phase: "loading" };
    case "drawn":
      return { phase: "open", ballot: event.ballot };
    case "stopped":
      return { phase: "stopped", reason: event.reason, waitS: event.waitS };
    case "chosen":
      return castable(state) ? { phase: "sending", ballot: state.ballot, choice: event.choice } : state;
    case "answered":
      if (!inFlight(state)) return state;
      return { ...state, phase: "revealed", answer: event.answer, undone: false };
    case "undelivered":
      return inFlight(state) ? { ...state, phase: "kept" } : state;
    case "refused":
      if (!inFlight(state)) return state;
      return { phase: "spent", ballot: state.ballot, reason: event.reason, detail: event.detail };
    case "undone":
      return state.phase === "revealed" ? { ...state, undone: true } : state;
  }
}
