// What travels through the queue: which battle to judge, never evidence. The log decides what counts.
import type { BattleRef } from "@agon/arena";

export interface JudgeMessage {
  /** Number of the arena. */
  readonly arena: number;
  /** The battle's id in the log. */
  readonly issue: string;
  /** Slug of the judge, a language model or a panel. */
  readonly judge: string;
  readonly criterion: string;
  readonly battle: BattleRef;
  /** By the arena's numbers; in rising order unless their order is part of the question. */
  readonly models: readonly number[];
  readonly prompt: number;
  /** The order of the models is part of the question. */
  readonly ordered: boolean;
}
