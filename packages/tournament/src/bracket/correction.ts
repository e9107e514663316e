import { type Applied, competitionRanks, late, type Ruling, ranksFit } from "../battle.ts";
import type { Contest } from "./contest.ts";
import { ranked } from "./decision.ts";
import { locate } from "./match-id.ts";
import { type MatchRecord, reset } from "./record.ts";
import { contestOf, draft, replace, settle, withGroup } from "./settle.ts";
import type { BracketState, Group } from "./state.ts";

/** A decided record under new ranks; the games stay as they were judged. */
function ruled(group: Group, contest: Contest, record: MatchRecord, ranks: readonly number[]): MatchRecord {
  const result = ranked(group, contest, competitionRanks(ranks), null);
  return { ...reset(record), games: record.games, result: { ...result, note: result.note ?? "corrected" } };
}

export function correctBracket(state: BracketState, id: string, ruling: Ruling): Applied {
  const found = locate(state, id);
  if (!found) return late("unknown-match");
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
