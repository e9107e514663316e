import type { Chart, SortChart } from "../chart.ts";
import { sortingOf } from "./advance.ts";
import { pointOrder, type Sorted, unsorted } from "./sorting.ts";
import type { SortGroup, SortState } from "./state.ts";

/** Runs the sorting again over the answers there are. */
function sortedSoFar(state: SortState, group: SortGroup): Sorted {
  const size = group.seats.length;
  if (state.options.method === "all-pairs") {
    const answers = Array.from(
      { length: (size * (size - 1)) / 2 },
      (_, pair) => group.trials[pair]?.answer ?? 0,
    );
    return { settled: [], rest: pointOrder(size, answers) };
  }
  const sorted = unsorted(size);
  const run = sortingOf(state, sorted);
  let step = run.next();
  for (const trial of group.trials) {
    if (step.done || !trial || trial.answer === null) break;
    step = run.next(trial.answer);
  }
  return sorted;
}

function comparing(state: SortState, group: SortGroup): SortChart["comparing"] {
  const open = state.options.method === "all-pairs" ? null : group.trials.at(-1);
  if (!open || open.answer !== null) return null;
  const [first, second] = open.pair;
  return [group.seats[first] ?? -1, group.seats[second] ?? -1];
}

/** The order of the prompt that is looked at, else of the first that is not sorted. */
export function sortChart(state: SortState, prompt: number | null): Chart {
  const group =
    state.groups[prompt ?? state.groups.findIndex(({ order }) => order === null)] ?? state.groups.at(-1);
  if (!group) return { kind: "sort", prompt: 0, settled: [], rest: [], comparing: null };
  if (group.order)
    return { kind: "sort", prompt: group.prompt, settled: group.order, rest: [], comparing: null };
  const { settled, rest } = sortedSoFar(state, group);
  const entrants = (seats: readonly number[]) => seats.map((seat) => group.seats[seat] ?? -1);
  return {
    kind: "sort",
    prompt: group.prompt,
    settled: entrants(settled),
    rest: entrants(rest),
    comparing: comparing(state, group),
  };
}
