import { ok } from "@agon/contract";
import type { BattleRef, VerdictEvent } from "../event.ts";
import { decideBattle } from "../run-tournament.ts";
import type { ArenaState } from "../state.ts";
import type { Decided, Draft } from "./decision.ts";

/** What a language model or a panel said of a battle it was given. */
export interface MachineVerdict {
  /** Id of the battle as it was given out: a battle counts once, however often its message came. */
  readonly issue: string;
  readonly verdict: Omit<VerdictEvent, "type" | "late" | "castAt">;
  /** The same battle under other criteria: counted on their boards, deciding nothing. */
  readonly further: readonly Omit<VerdictEvent, "type" | "late" | "castAt" | "battle">[];
}

/** The id of a tournament's battle in the log, whoever judges it and however often it is given out. */
export const battleId = ({ tournament, match, version, game }: BattleRef): string =>
  `t${tournament}.${match}.v${version}.g${game}`;

/**
 * Takes the verdict in. One whose battle was decided, reset or cancelled meanwhile is kept, since it was paid for, and
 * counts nowhere. Answers whether it counts.
 */
export function decideMachineVerdict(
  state: ArenaState,
  { issue, verdict, further }: MachineVerdict,
): Decided<boolean> {
  const event: VerdictEvent = { type: "verdict", ...verdict };
  const late = isLate(state, event);
  const drafts: Draft[] = [{ event: late ? { ...event, late } : event, ballot: issue }];
  if (!late) {
    for (const more of further)
      drafts.push({ event: { type: "verdict", ...more }, ballot: `${issue}.${more.criterion}` });
  }
  return ok({ drafts, answer: () => !late });
}

function isLate(state: ArenaState, event: VerdictEvent): boolean {
  if (event.battle === undefined) return false;
  const tournament = state.tournaments[event.battle.tournament - 1];
  if (tournament === undefined || tournament.status === "cancelled") return true;
  return decideBattle(tournament, event).kind === "late";
}
