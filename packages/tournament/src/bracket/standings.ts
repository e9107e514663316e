import { addRanks, emptyScores, placesBy, type Score, standingsOf } from "../scores.ts";
import type { Standing } from "../view.ts";
import { known, occupants } from "./places.ts";
import { planOf } from "./plans.ts";
import { isPerPrompt } from "./start.ts";
import type { BracketState, Group } from "./state.ts";

/** Where an entrant came to in one bracket: the stage of its last match and its position in that one. */
interface Exit {
  readonly stage: number;
  readonly position: number;
  /** Whether it plays on. */
  readonly alive: boolean;
}

function exits(state: BracketState, group: Group): Map<number, Exit> {
  const plan = planOf(state);
  const stages = [...new Set(plan.matches.map(({ bracket, round }) => `${bracket} ${round}`))];
  const found = new Map<number, Exit>();
  plan.matches.forEach(({ bracket, round }, index) => {
    const stage = stages.indexOf(`${bracket} ${round}`);
    group.records[index]?.result?.order.forEach((entrant, position) => {
      found.set(entrant, { stage, position, alive: position < (plan.taken[index] ?? 0) });
    });
  });
  return found;
}

function isAhead(a: Exit | undefined, b: Exit): boolean {
  if (!a || a.alive) return true;
  return a.stage > b.stage || (a.stage === b.stage && a.position < b.position);
}

/** Places in the one bracket: those who went out in the same round at the same position share one. */
function knockOutPlaces(state: BracketState, group: Group): (number | null)[] {
  const found = exits(state, group);
  return Array.from({ length: state.entrants }, (_, entrant) => {
    const own = found.get(entrant);
    if (!own || own.alive) return null;
    const ahead = group.seats.filter((other) => other !== entrant && isAhead(found.get(other), own));
    return 1 + ahead.length;
  });
}

/** Only who was shown has played: in a heat on one prompt those without an output were not. */
function addMatch(
  state: BracketState,
  group: Group,
  all: Score[],
  entrants: readonly (number | null)[],
  ranks: readonly number[],
): void {
  const { prompt } = group;
  const shown = entrants.flatMap((entrant, place) => {
    const present = entrant !== null && (prompt === null || !state.absences[entrant]?.includes(prompt));
    return present ? [{ entrant, rank: ranks[place] ?? entrants.length }] : [];
  });
  addRanks(
    all,
    shown.map(({ entrant }) => entrant),
    shown.map(({ rank }) => rank),
  );
}

function scores(state: BracketState): Score[] {
  const { matches } = planOf(state);
  const all = emptyScores(state.entrants);
  for (const group of state.groups) {
    matches.forEach((match, index) => {
      const result = group.records[index]?.result;
      const entrants = result?.kind === "decided" ? known(occupants(group, match)) : null;
      if (result?.ranks && entrants) addMatch(state, group, all, entrants, result.ranks);
    });
  }
  return all;
}

function titles(state: BracketState): number[] {
  const won = Array.from({ length: state.entrants }, () => 0);
  for (const group of state.groups) {
    const champion = group.records.at(-1)?.result?.order[0];
    if (champion !== undefined) won[champion] = (won[champion] ?? 0) + 1;
  }
  return won;
}

/**
 * Best first. One bracket places everybody by the round it went out in; brackets per prompt place by titles,
 * then by wins, over the prompts so far (the rating over all matches is the better order).
 */
export function bracketStandings(state: BracketState): Standing[] {
  const all = scores(state);
  const won = titles(state);
  const [only] = state.groups;
  const places: readonly (number | null)[] =
    isPerPrompt(state.options) || !only
      ? placesBy(all.map(({ wins }, entrant) => (won[entrant] ?? 0) * 1e7 + wins))
      : knockOutPlaces(state, only);
  return standingsOf(state.withdrawn, all, places, won);
}
