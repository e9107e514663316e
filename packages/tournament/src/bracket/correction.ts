import { type Applied, competitionRanks, late, type Ruling, ranksFit } from "../battle.ts";
import type { Contest } from "./contest.ts";
import { ranked } from "./decision.ts";
import { type Located, locate } from "./match-id.ts";
import { type MatchRecord, reset } from "./record.ts";
import { contestOf, draft, replace, settle, withGroup } from "./settle.ts";
import type { BracketState, Group } from "./state.ts";

/** A decided record under new ranks; the games stay as they were judged. */
function ruled(group: Group, contest: Contest, record: MatchRecord, ranks: readonly number[]): MatchRecord {
  const result = ranked(group, contest, competitionRanks(ranks), null);
  return { ...reset(record), games: record.games, result: { ...result, note: result.note ?? "corrected" } };
}

/** The record without one game, its match open again; null when that game has no verdict. */
function without(record: MatchRecord, game: number): MatchRecord | null {
  if (record.games[game] == null) return null;
  const version = record.result ? reset(record).version : record.version;
  return { version, games: record.games.map((ranks, at) => (at === game ? null : ranks)), result: null };
}

function retractGame(state: BracketState, found: Located, game: number): Applied {
  const { plan, group, index, record } = found;
  const opened = without(record, game);
  if (!opened || (record.result && record.result.kind !== "decided")) return late("not-decided");
  const change = draft(state, plan, group);
  replace(change, index, opened);
  settle(change, change.changed);
  return withGroup(state, found, change);
}

export function correctBracket(state: BracketState, id: string, ruling: Ruling): Applied {
  const found = locate(state, id);
  if (!found) return late("unknown-match");
  if (ruling.kind === "void" && ruling.game !== undefined) return retractGame(state, found, ruling.game);
  const { plan, group, index, record } = found;
  const contest = contestOf(state, plan, group, index);
  if (record.result?.kind !== "decided" || !contest) return late("not-decided");
  if (ruling.kind === "ranks" && !ranksFit(ruling.ranks, contest.entrants.length)) return late("bad-ranks");
  const change = draft(state, plan, group);
  replace(
    change,
    index,
    ruling.kind === "void" ? reset(record) : ruled(group, contest, record, ruling.ranks),
  );
  settle(change, change.changed);
  return withGroup(state, found, change);
}
