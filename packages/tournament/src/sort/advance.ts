import {
  type Answer,
  allPairs,
  heapSorting,
  pairCount,
  pointOrder,
  type Sorted,
  type Sorting,
  unsorted,
  windowSorting,
} from "./sorting.ts";
import type { SortGroup, SortState, Trial } from "./state.ts";

export function asked(pair: readonly [number, number], version: number): Trial {
  return { pair, version, games: [null, null], answer: null };
}

/** The answer that follows from withdrawals: whoever is still there is better; null = ask. */
function forfeited(state: SortState, group: SortGroup, [first, second]: Trial["pair"]): Answer | null {
  const [a, b] = [first, second].map((seat) => state.withdrawn.includes(group.seats[seat] ?? -1));
  if (!a && !b) return null;
  if (a && b) return 0;
  return a ? 1 : -1;
}

/** The trial, answered if a withdrawal answers it. */
function withForfeit(state: SortState, group: SortGroup, trial: Trial): Trial {
  const answer = trial.answer === null ? forfeited(state, group, trial.pair) : null;
  return answer === null ? trial : { ...trial, version: trial.version + 1, answer, forfeit: true };
}

function counted(group: SortGroup, trials: SortGroup["trials"], order: readonly number[] | null): SortGroup {
  return {
    ...group,
    trials,
    decided: trials.filter((trial) => trial !== null && trial.answer !== null).length,
    forfeits: trials.filter((trial) => trial?.forfeit).length,
    order: order?.map((seat) => group.seats[seat] ?? -1) ?? null,
  };
}

function withForfeits(state: SortState, group: SortGroup): SortGroup["trials"] {
  if (state.withdrawn.length === 0) return group.trials;
  return [...allPairs(group.seats.length)].map((pair, index) => {
    const trial = group.trials[index] ?? null;
    const after = withForfeit(state, group, trial ?? asked(pair, 1));
    return after.forfeit ? after : trial;
  });
}

function advanceAllPairs(state: SortState, group: SortGroup): SortGroup {
  const size = group.seats.length;
  const after = counted(group, withForfeits(state, group), null);
  if (after.decided < pairCount(size)) return after;
  const answers = after.trials.map((trial) => trial?.answer ?? 0);
  return counted(group, after.trials, pointOrder(size, answers));
}

export function sortingOf({ options }: SortState, sorted: Sorted): Sorting {
  return options.method === "window" ? windowSorting(sorted, options.passes) : heapSorting(sorted);
}

/** Runs the sorting over the recorded answers up to the first question without one, which is then asked. */
function advanceSequence(state: SortState, group: SortGroup): SortGroup {
  const run = sortingOf(state, unsorted(group.seats.length));
  const trials: Trial[] = [];
  let step = run.next();
  while (!step.done) {
    const recorded = group.trials[trials.length] ?? asked(step.value, group.epoch + 1);
    const trial = withForfeit(state, group, recorded);
    trials.push(trial);
    if (trial.answer === null) return counted(group, trials, null);
    step = run.next(trial.answer);
  }
  return counted(group, trials, step.value);
}

/** The group with everything answered that needs no battle and, unless it is sorted, the next questions. */
export function advance(state: SortState, group: SortGroup): SortGroup {
  return state.options.method === "all-pairs" ? advanceAllPairs(state, group) : advanceSequence(state, group);
}
