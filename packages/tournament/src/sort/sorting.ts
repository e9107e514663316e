// Pairwise ranking prompting (Qin et al. 2023): all pairs, heapsort and the sliding window. Each is written as
// a generator that asks for one comparison at a time, so that it can be run again over recorded answers.

/** -1 = the first is better, 1 = the second, 0 = a tie, which keeps the order. */
export type Answer = -1 | 0 | 1;

/** Asks for comparisons of two positions of the starting order; returns all positions, best first. */
export type Sorting = Generator<readonly [number, number], number[], Answer>;

function swap(list: number[], a: number, b: number): void {
  const held = list[a] ?? 0;
  list[a] = list[b] ?? 0;
  list[b] = held;
}

/** Lets the entry at `root` sink until no child of it is better. */
function* sink(
  heap: number[],
  root: number,
  size: number,
): Generator<readonly [number, number], void, Answer> {
  let parent = root;
  for (let child = 2 * parent + 1; child < size; child = 2 * parent + 1) {
    let best = child;
    if (child + 1 < size && (yield [heap[child] ?? 0, heap[child + 1] ?? 0]) === 1) best = child + 1;
    if ((yield [heap[parent] ?? 0, heap[best] ?? 0]) !== 1) return;
    swap(heap, parent, best);
    parent = best;
  }
}

/** What a sorting has come to: the best in their final order, and the others as they stand. */
export interface Sorted {
  readonly settled: number[];
  readonly rest: number[];
}

/** Nothing sorted yet. */
export function unsorted(size: number): Sorted {
  return { settled: [], rest: Array.from({ length: size }, (_, index) => index) };
}

/** Heapsort, the best taken off first: O(n log n) comparisons. Works on `sorted`. */
export function* heapSorting({ settled, rest: heap }: Sorted): Sorting {
  for (let root = Math.floor(heap.length / 2) - 1; root >= 0; root--) yield* sink(heap, root, heap.length);
  while (heap.length > 0) {
    swap(heap, 0, heap.length - 1);
    settled.push(heap.pop() ?? 0);
    yield* sink(heap, 0, heap.length);
  }
  return settled;
}

/**
 * `passes` runs of a window of two from the last to the first: brings the best `passes` to the top. Works on
 * `sorted`.
 */
export function* windowSorting({ settled, rest: list }: Sorted, passes: number): Sorting {
  for (let pass = Math.min(passes, list.length - 1); pass > 0; pass--) {
    for (let upper = list.length - 2; upper >= 0; upper--) {
      if ((yield [list[upper] ?? 0, list[upper + 1] ?? 0]) === 1) swap(list, upper, upper + 1);
    }
    settled.push(list.shift() ?? 0);
  }
  return [...settled, ...list];
}

export function windowComparisons(size: number, passes: number): number {
  const runs = Math.min(passes, Math.max(0, size - 1));
  return runs * (size - 1) - (runs * (runs - 1)) / 2;
}

/** Number of pairs of `size` entries. */
export function pairCount(size: number): number {
  return (size * (size - 1)) / 2;
}

/** All pairs in the order (0, 1), (0, 2), ..., (1, 2), ... */
export function* allPairs(size: number): Generator<readonly [number, number]> {
  for (let first = 0; first < size; first++) {
    for (let second = first + 1; second < size; second++) yield [first, second];
  }
}

/** The pair of this index among all pairs. */
export function pairAt(size: number, index: number): readonly [number, number] {
  let first = 0;
  let rest = index;
  while (rest >= size - 1 - first) rest -= size - 1 - first++;
  return [first, first + 1 + rest];
}

/** Order by points over all pairs; equals keep their order. */
export function pointOrder(size: number, answers: readonly Answer[]): number[] {
  const points = Array.from({ length: size }, () => 0);
  let index = 0;
  for (const [first, second] of allPairs(size)) {
    const answer = answers[index++] ?? 0;
    points[first] = (points[first] ?? 0) - answer;
    points[second] = (points[second] ?? 0) + answer;
  }
  return [...points.keys()].sort((a, b) => (points[b] ?? 0) - (points[a] ?? 0));
}
