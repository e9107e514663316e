// Places one newcomer on a ladder of rated entrants: opponents at the quantiles of its belief (the quartiles
// with K = 4), until one place is probable enough. What earlier battles led to is a choice on record: correcting
// one changes the belief, not the battles that followed.

import {
  type Applied,
  type Battle,
  competitionRanks,
  late,
  mayWithdraw,
  type Outcome,
  outcomeRanks,
  type Ruling,
  ranksFit,
} from "../battle.ts";
import { seats } from "../draw/seeding.ts";
import { shuffledIndices } from "../draw/shuffle.ts";
import type { PlacementOptions } from "../options.ts";
import { absences, type Setup } from "../setup.ts";
import { belief, type Comparison, quantileRungs } from "./belief.ts";
import type { PlacementMatch, PlacementState } from "./state.ts";

/** What a battle says about the newcomer; where only the best was named, only that one's rank counts. */
export function comparisons(
  state: PlacementState,
  { entrants, ranks, firstOnly }: PlacementMatch,
): Comparison[] {
  const [own = 0, ...others] = ranks ?? [];
  return others.flatMap((rank, index): Comparison[] => {
    if (firstOnly && own !== 1 && rank !== 1) return [];
    const rung = state.ladder.indexOf(entrants[index + 1] ?? -1);
    if (own === rank) return [{ rung, newcomer: "level" }];
    return [{ rung, newcomer: own < rank ? "ahead" : "behind" }];
  });
}

/** Probability of every place on the ladder, 0 = before everybody. */
export function placeBelief(state: PlacementState): number[] {
  const said = state.matches.flatMap((match) => comparisons(state, match));
  return belief(state.ladder.length, said, state.options.errorRate);
}

/** The next set: the prompts in turn, and on each the rungs that have an output for it. */
function nextSet(state: PlacementState, turn: number): Pick<PlacementMatch, "entrants" | "prompt"> | null {
  const weights = placeBelief(state);
  for (let step = 0; step < state.promptOrder.length; step++) {
    const prompt = state.promptOrder[(turn + step) % state.promptOrder.length] ?? 0;
    const able = [...state.ladder.keys()].filter((rung) => {
      const entrant = state.ladder[rung] ?? -1;
      return !state.withdrawn.includes(entrant) && !state.absences[entrant]?.includes(prompt);
    });
    const rungs = quantileRungs(weights, able, state.options.k - 1);
    if (rungs.length > 0)
      return { entrants: [state.newcomer, ...rungs.map((rung) => state.ladder[rung] ?? -1)], prompt };
  }
  return null;
}

function isOpen({ ranks, forfeit }: PlacementMatch): boolean {
  return !ranks && !forfeit;
}

/** Asks for another battle if none is open and the place is not sure enough. */
function withNextMatch(state: PlacementState): PlacementState {
  const { confidence, budget } = state.options;
  const gone = state.withdrawn.includes(state.newcomer);
  if (gone || state.matches.some(isOpen) || state.matches.length >= budget) return state;
  if (Math.max(...placeBelief(state)) >= confidence) return state;
  const set = nextSet(state, state.matches.length);
  return set ? { ...state, matches: [...state.matches, { ...set, version: 1, ranks: null }] } : state;
}

export function startPlacement(setup: Setup, options: PlacementOptions): PlacementState {
  const newcomer = options.newcomer ?? setup.entrants - 1;
  const missing = absences(setup);
  const order = shuffledIndices(setup.prompts, `${setup.seed}/prompts`);
  return withNextMatch({
    format: "placement",
    entrants: setup.entrants,
    prompts: setup.prompts,
    seed: setup.seed,
    options,
    absences: missing,
    withdrawn: [],
    newcomer,
    ladder: seats(setup.entrants, "rating", setup.seed, setup.ratings).filter(
      (entrant) => entrant !== newcomer,
    ),
    promptOrder: order.filter((prompt) => !missing[newcomer]?.includes(prompt)),
    matches: [],
  });
}

export function placementId(index: number): string {
  return `v${index + 1}`;
}

export function placementIndex(state: PlacementState, id: string): number | null {
  const index = /^v[1-9]\d{0,5}$/.test(id) ? Number(id.slice(1)) - 1 : -1;
  return state.matches[index] ? index : null;
}

export function* placementBattles(state: PlacementState): Generator<Battle> {
  for (const [index, match] of state.matches.entries()) {
    const { version, entrants, prompt } = match;
    if (isOpen(match)) yield { match: placementId(index), version, game: 0, entrants, prompt };
  }
}

function applied(
  before: PlacementState,
  matches: readonly PlacementMatch[],
  withdrawn = before.withdrawn,
): Applied {
  const state = withNextMatch({ ...before, matches, withdrawn });
  const changed = state.matches.flatMap((match, index) =>
    match === before.matches[index] ? [] : [placementId(index)],
  );
  return { kind: "applied", state, changed };
}

export function applyToPlacement(state: PlacementState, outcome: Outcome): Applied {
  const index = placementIndex(state, outcome.match);
  const match = index === null ? undefined : state.matches[index];
  if (index === null || !match || outcome.game !== 0) return late("unknown-match");
  if (outcome.version !== match.version) return late("old-version");
  if (!isOpen(match)) return late("already-decided");
  const ranks = outcomeRanks(outcome, match.entrants);
  if (!ranks) return late("bad-ranks");
  const judged: PlacementMatch = { ...match, ranks };
  return applied(
    state,
    state.matches.with(index, outcome.firstOnly ? { ...judged, firstOnly: true } : judged),
  );
}

export function correctPlacement(state: PlacementState, id: string, ruling: Ruling): Applied {
  const index = placementIndex(state, id);
  const match = index === null ? undefined : state.matches[index];
  if (index === null || !match) return late("unknown-match");
  if (!match.ranks) return late("not-decided");
  const { entrants, prompt } = match;
  const version = match.version + 1;
  if (ruling.kind === "void") {
    const opened: PlacementState = {
      ...state,
      matches: state.matches.with(index, { entrants, prompt, version, ranks: null }),
    };
    return applied(state, withoutWithdrawn(opened).matches);
  }
  if (!ranksFit(ruling.ranks, entrants.length)) return late("bad-ranks");
  const ranks = competitionRanks(ruling.ranks);
  return applied(state, state.matches.with(index, { entrants, prompt, version, ranks, corrected: true }));
}

/** Open battles that show somebody who has left: forfeited if it is the newcomer, else with a new set. */
function withoutWithdrawn(state: PlacementState): PlacementState {
  const matches = state.matches.map((match, index): PlacementMatch => {
    if (!isOpen(match) || !match.entrants.some((entrant) => state.withdrawn.includes(entrant))) return match;
    const version = match.version + 1;
    const set = state.withdrawn.includes(state.newcomer) ? null : nextSet(state, index);
    return set ? { ...set, version, ranks: null } : { ...match, version, forfeit: true };
  });
  return { ...state, matches };
}

export function withdrawFromPlacement(state: PlacementState, entrant: number): Applied {
  if (!mayWithdraw(state, entrant)) return late("unknown-entrant");
  const withdrawn = [...state.withdrawn, entrant];
  return applied(state, withoutWithdrawn({ ...state, withdrawn }).matches, withdrawn);
}

/** Since a next battle is asked for whenever one is needed, nothing open means that the search is over. */
export function placementIsOver(state: PlacementState): boolean {
  return !state.matches.some(isOpen);
}
