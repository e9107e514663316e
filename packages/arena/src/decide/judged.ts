import { ok } from "@agon/contract";
import type { Battle } from "@agon/tournament";
import type { VerdictEvent } from "../event.ts";
import { battleModels, decideBattle } from "../run-tournament.ts";
import type { ArenaState } from "../state.ts";
import type { Decided } from "./decision.ts";
import { battleId } from "./machine-verdict.ts";

/** A battle of a tournament as a program judged it. */
export interface JudgedBattle {
  readonly tournament: number;
  readonly battle: Battle;
  /** In the order of the battle's entrants. */
  readonly ranks: readonly number[];
}

/** Takes a program's verdict; one whose battle is not open any more is dropped, since it can be had again. */
export function decideJudged(state: ArenaState, judged: JudgedBattle): Decided<boolean> {
  const tournament = state.tournaments[judged.tournament - 1];
  const { judge, criterion } = tournament?.setup ?? {};
  if (tournament?.status !== "running" || judge?.kind !== "rule" || criterion === undefined) return dropped;
  const { match, version, game } = judged.battle;
  const event: VerdictEvent = {
    type: "verdict",
    criterion,
    judge: { kind: "rule", id: judge.rule },
    ...battleModels(tournament, judged.battle),
    ranks: judged.ranks,
    battle: { tournament: tournament.number, match, version, game },
  };
  if (decideBattle(tournament, event).kind === "late") return dropped;
  const ballot = battleId({ tournament: tournament.number, match, version, game });
  return ok({ drafts: [{ event, ballot }], answer: () => true });
}

const dropped: Decided<boolean> = ok({ drafts: [], answer: () => false });
