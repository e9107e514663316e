// Batches of neighbours by rating: the first prompts in random order, then a refit before every batch. A
// prompt's pairings form a path through all entrants, so that they stay comparable at N-1 battles a prompt.

import { addBallotToCounts, emptyCounts, type PairCounts, rateCounts } from "@agon/rating";
import { shuffledIndices } from "../draw/shuffle.ts";
import type { SwissOptions } from "../options.ts";
import { type Pair, pairsOf } from "./pairs.ts";
import { type PoolState, type Sheet, sheetWith } from "./state.ts";

/** Prompts by batch, in drawn order: the opening, then `refits` batches of about equal size. */
export function swissBatches(prompts: number, options: SwissOptions, seed: string | number): number[][] {
  const order = shuffledIndices(prompts, `${seed}/prompts`);
  const opening = options.refits === 0 ? prompts : Math.max(1, Math.ceil(options.opening * prompts));
  const rest = prompts - opening;
  const batches = Math.min(options.refits, rest);
  const later = Array.from({ length: batches }, (_, batch) =>
    order.slice(
      opening + Math.round((rest * batch) / batches),
      opening + Math.round((rest * (batch + 1)) / batches),
    ),
  );
  return [order.slice(0, opening), ...later];
}

/** All verdicts so far as pair counts; a tie is half a win for each. */
function counts(state: PoolState): PairCounts {
  const total = emptyCounts(state.entrants);
  for (const sheet of state.sheets.flat()) {
    const pairs: readonly Pair[] = pairsOf(state, sheet);
    sheet.matches.forEach((match, position) => {
      const models = pairs[position];
      if (match?.ranks && models) addBallotToCounts(total, { models, ranks: match.ranks });
    });
  }
  return total;
}

/** Entrants by Bradley-Terry strength, best first; equals as drawn. */
export function ratingOrder(state: PoolState): number[] {
  const { models } = rateCounts(counts(state), { method: "bradley-terry", interval: "none" });
  // Rounded, so that the last bits of a sum never decide who meets whom.
  const strength = models.map(({ theta }) => Math.round((theta ?? 0) * 1e9));
  return [...state.draw].sort((a, b) => (strength[b] ?? 0) - (strength[a] ?? 0));
}

function beginSheet(state: PoolState, prompt: number, order: readonly number[]): Sheet {
  const path = order.filter((entrant) => {
    return !state.withdrawn.includes(entrant) && !state.absences[entrant]?.includes(prompt);
  });
  return sheetWith({ prompt, round: state.begun, path, matches: [] }, Math.max(0, path.length - 1));
}

/** Begins the next batches as long as nothing of the earlier ones is open. */
export function withNextBatch(state: PoolState): PoolState {
  const batch = state.batches[state.begun];
  if (!batch || state.sheets.some((sheets) => sheets.some(({ open }) => open > 0))) return state;
  const order = state.begun === 0 ? null : ratingOrder(state);
  const sheets = state.sheets.map((old, prompt) => {
    if (!batch.includes(prompt)) return old;
    return [
      beginSheet(state, prompt, order ?? shuffledIndices(state.entrants, `${state.seed}/path/${prompt}`)),
    ];
  });
  return withNextBatch({ ...state, sheets, begun: state.begun + 1 });
}
