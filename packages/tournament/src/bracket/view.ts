import type { GroupView, MatchView, Place, Progress, RoundView } from "../view.ts";
import { gamesNeeded, hasDuels, score } from "./contest.ts";
import { matchId } from "./match-id.ts";
import { known, occupants, plannedMatch } from "./places.ts";
import type { Plan, PlannedMatch, Source } from "./plan.ts";
import { planOf } from "./plans.ts";
import { untouched } from "./record.ts";
import { contestOf } from "./settle.ts";
import { bracketStandings } from "./standings.ts";
import { isPerPrompt } from "./start.ts";
import type { BracketState, Group } from "./state.ts";

type Origin = Pick<Place, "from" | "role">;

function origin(plan: Plan, group: Group, source: Source): Origin {
  if (source.kind !== "match") return { from: null, role: null };
  const feeder = plannedMatch(plan, source.match);
  const role = source.rank < feeder.advance ? "winner" : "loser";
  return { from: matchId(group, feeder.id), role };
}

function places(plan: Plan, group: Group, match: PlannedMatch): Place[] {
  return occupants(group, match).map((occupant, place) => {
    const entrant = occupant ?? null;
    const seed = entrant === null ? null : group.seats.indexOf(entrant) + 1;
    return { entrant, seed, ...origin(plan, group, match.sources[place] ?? { kind: "nobody" }) };
  });
}

/** The id of the first match that takes the entrant who came out at `rank`. */
function target(plan: Plan, group: Group, index: number, rank: number): string | null {
  const next = plan.dependants[index]?.find((dependant) =>
    plan.matches[dependant]?.sources.some(
      (source) => source.kind === "match" && source.match === index && source.rank === rank,
    ),
  );
  return next === undefined ? null : matchId(group, plannedMatch(plan, next).id);
}

export function viewOf(state: BracketState, group: Group, index: number): MatchView {
  const plan = planOf(state);
  const match = plannedMatch(plan, index);
  const record = group.records[index] ?? untouched;
  const { result } = record;
  const contest = contestOf(state, plan, group, index);
  const isSeries = group.prompt === null && hasDuels(state.options);
  const waiting = known(occupants(group, match)) ? "ready" : "awaiting";
  return {
    id: matchId(group, match.id),
    group: group.prompt,
    bracket: match.bracket,
    round: match.round,
    position: match.position,
    status: result?.kind ?? waiting,
    version: record.version,
    places: places(plan, group, match),
    ranks: result?.ranks ?? null,
    score: isSeries && contest && contest.entrants.length === 2 ? score(state, contest) : null,
    games: record.games.filter((game) => game !== null).length,
    gamesNeeded: contest && contest.entrants.length > 1 ? gamesNeeded(state, contest) : null,
    winners: result ? result.order.slice(0, match.advance) : [],
    note: result?.note ?? null,
    prompt: group.prompt,
    feeds: target(plan, group, index, 0),
    loserFeeds: hasDuels(state.options) ? target(plan, group, index, 1) : null,
  };
}

export function bracketProgress(state: BracketState): Progress {
  let decided = 0;
  let forfeits = 0;
  let open = 0;
  for (const { tally } of state.groups) {
    decided += tally.decided;
    forfeits += tally.forfeits;
    open += tally.open;
  }
  const progress = { total: decided + open, decided, forfeits };
  return isPerPrompt(state.options)
    ? { ...progress, matchesPerGroup: progress.total / state.prompts }
    : progress;
}

/** The match that names the champion is the last of the plan. */
export function bracketGroups(state: BracketState): GroupView[] {
  const final = planOf(state).matches.length - 1;
  return state.groups.map(({ prompt, records, tally }) => {
    const champion = prompt === null ? firstOf(state) : records[final]?.result?.order[0];
    return {
      group: prompt,
      decided: tally.decided,
      total: tally.decided + tally.open,
      champion: tally.open === 0 ? (champion ?? null) : null,
    };
  });
}

const firstOf = (state: BracketState): number | undefined =>
  bracketStandings(state).find(({ place }) => place === 1)?.entrant;

/** The rounds of one group, or of all groups together. */
export function bracketRounds(state: BracketState, prompt?: number): RoundView[] {
  const groups =
    prompt === undefined ? state.groups : state.groups.filter((group) => group.prompt === prompt);
  const rounds = new Map<string, RoundView>();
  for (const match of planOf(state).matches) {
    const key = `${match.bracket} ${match.round}`;
    const round = rounds.get(key) ?? { bracket: match.bracket, round: match.round, matches: [] };
    round.matches.push(...groups.map((group) => matchId(group, match.id)));
    rounds.set(key, round);
  }
  return [...rounds.values()];
}
