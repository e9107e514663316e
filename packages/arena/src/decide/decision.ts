import type { Result } from "@agon/contract";
import type { ArenaEvent } from "../event.ts";
import type { ArenaState } from "../state.ts";

/** An event to be written, with the unique id of the ballot, imported vote or command behind it. */
export interface Draft {
  readonly event: ArenaEvent;
  readonly ballot?: string;
}

/** What a command leads to, and how it is answered once its events stand in the log. */
export interface Decision<Answer> {
  readonly drafts: readonly Draft[];
  /** `state` is the state after the drafts; `seqs` their places in the log. */
  readonly answer: (state: ArenaState, seqs: readonly number[]) => Answer;
}

export type Decided<Answer> = Result<Decision<Answer>>;
