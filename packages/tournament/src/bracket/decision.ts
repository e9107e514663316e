import { competitionRanks } from "../battle.ts";
import type { Note } from "../view.ts";
import { type Contest, duelRun, gameRanks, gamesNeeded, hasDuels, orderOf, seriesRule } from "./contest.ts";
import type { Result } from "./record.ts";
import { endNote } from "./series.ts";
import type { BracketState, Group } from "./state.ts";

function tieNote(group: Group): Note {
  return group.prompt === null ? "tie-higher-seed" : "tie-earlier-position";
}

/** Whether ranks alone do not tell who goes on. */
function isTied(ranks: readonly number[], advance: number): boolean {
  const sorted = [...ranks].sort((a, b) => a - b);
  return sorted[advance - 1] === sorted[advance];
}

/** A result from ranks per place; ties that matter are noted, the ranks stay as they are. */
export function ranked(group: Group, contest: Contest, ranks: readonly number[], note: Note | null): Result {
  return {
    kind: "decided",
    ranks,
    order: orderOf(group, contest.entrants, ranks),
    note: note ?? (isTied(ranks, contest.match.advance) ? tieNote(group) : null),
  };
}

/** Nobody left to beat: those able go on, without a battle. */
function walkedOver(group: Group, contest: Contest, note: Note): Result {
  const ranks = contest.entrants.map((entrant) => (contest.able.includes(entrant) ? 1 : 2));
  return { ...ranked(group, contest, competitionRanks(ranks), note), kind: "forfeit" };
}

function duelResult(state: BracketState, group: Group, contest: Contest): Result | null {
  const rule = seriesRule(state, contest);
  const { over, lead, played, judged } = duelRun(state, contest, rule);
  if (!over) return null;
  const ranks = lead === 0 ? [1, 1] : lead > 0 ? [1, 2] : [2, 1];
  if (!judged) return { ...ranked(group, contest, ranks, "missing-output"), kind: "forfeit" };
  return ranked(group, contest, ranks, endNote(rule, played, lead));
}

/** Heats are ranked by the sum of the ranks of their games; who withdrew meanwhile stands last. */
function heatResult(state: BracketState, group: Group, contest: Contest): Result | null {
  const sums = contest.entrants.map((entrant): number => (contest.able.includes(entrant) ? 0 : 1e6));
  const games = gamesNeeded(state, contest);
  for (let game = 0; game < games; game++) {
    const ranks = gameRanks(state, contest, game);
    if (!ranks) return null;
    ranks.forEach((rank, place) => {
      sums[place] = (sums[place] ?? 0) + rank;
    });
  }
  const result = ranked(group, contest, competitionRanks(sums), null);
  const judged = contest.games.some((ranks) => ranks !== null);
  return judged ? result : { ...result, kind: "forfeit", note: "missing-output" };
}

/** The result of a match whose entrants are all known, or null while games are missing. */
export function decide(state: BracketState, group: Group, contest: Contest): Result | null {
  const { entrants, able, match } = contest;
  if (entrants.length === 0) return { kind: "void", ranks: null, order: [], note: null };
  if (entrants.length === 1) return { kind: "bye", ranks: null, order: entrants, note: null };
  const final = match.resetOf === undefined ? null : group.records[match.resetOf]?.result;
  if (final && final.order[0] === entrants[0]) {
    return { kind: "void", ranks: null, order: final.order, note: "not-needed" };
  }
  if (able.length <= match.advance) return walkedOver(group, contest, "withdrawn");
  return hasDuels(state.options) ? duelResult(state, group, contest) : heatResult(state, group, contest);
}
