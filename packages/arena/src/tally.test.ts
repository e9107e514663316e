import { expect, test } from "vitest";
import type { VerdictEvent } from "./event.ts";
import {
  ballotOfRankingKey,
  countVerdict,
  type Facet,
  facetKey,
  newFacet,
  pairStride,
  sumFacets,
} from "./tally.ts";

const verdict = (models: number[], ranks: number[], more: Partial<VerdictEvent> = {}): VerdictEvent => ({
  type: "verdict",
  criterion: "overall",
  judge: { kind: "human", id: "v" },
  models,
  prompt: 0,
  ranks,
  ...more,
});

const counted = (...verdicts: VerdictEvent[]): Facet => {
  const facet = newFacet("overall", "human", null);
  for (const one of verdicts) countVerdict(facet, one, 1);
  return facet;
};

const all = { criterion: "overall", judge: null, category: null } as const;

test("a duel counts for its pair whichever way round it was shown", () => {
  const facet = counted(
    verdict([3, 1], [1, 2]),
    verdict([1, 3], [2, 1]),
    verdict([1, 3], [1, 2]),
    verdict([3, 1], [1, 1]),
  );
  expect([...facet.duels]).toEqual([[pairStride + 3, [1, 2, 1]]]);
  expect(sumFacets([facet], all)).toEqual({ duels: [1, 3, 1, 2, 1], rankings: [], votes: 4 });
});

test("a ranking counts for its models whichever way round it was shown", () => {
  const facet = counted(verdict([2, 0, 1], [1, 2, 3]), verdict([0, 1, 2], [2, 3, 1]));
  expect([...facet.rankings.values()]).toEqual([2]);
});

test("a first stage is another ranking than the order with the same ranks", () => {
  const facet = counted(verdict([0, 1, 2], [1, 2, 2]), verdict([0, 1, 2], [1, 2, 2], { firstOnly: true }));
  const ballots = [...facet.rankings.keys()].map(ballotOfRankingKey);
  expect(ballots).toEqual([
    { models: [0, 1, 2], ranks: [1, 2, 2] },
    { models: [0, 1, 2], ranks: [1, 2, 2], firstOnly: true },
  ]);
});

test("what is taken out again leaves nothing behind", () => {
  const facet = counted(verdict([0, 1], [1, 2]), verdict([0, 1, 2], [1, 2, 3]));
  countVerdict(facet, verdict([1, 0], [2, 1]), -1);
  countVerdict(facet, verdict([2, 1, 0], [3, 2, 1]), -1);
  expect({ ...facet }).toEqual(newFacet("overall", "human", null));
});

test("the pair of the two highest numbers an arena can hold is told apart from all others", () => {
  const facet = counted(verdict([pairStride - 1, pairStride - 2], [1, 2]), verdict([0, 1], [1, 2]));
  expect(sumFacets([facet], all).duels).toEqual([0, 1, 1, 0, 0, pairStride - 2, pairStride - 1, 0, 1, 0]);
});

test("a sum holds the facets its filter lets through, in an order of its own", () => {
  const facets = [
    counted(verdict([4, 5], [1, 2])),
    { ...counted(verdict([0, 1], [1, 2])), judge: "rule" as const },
    { ...counted(verdict([0, 1], [1, 2]), verdict([4, 5], [1, 2])), category: "odd" },
    { ...counted(verdict([0, 1], [1, 2])), criterion: "style" },
  ];
  const votes = (filter: Parameters<typeof sumFacets>[1]) => sumFacets(facets, filter).votes;
  expect(votes(all)).toBe(4);
  expect(votes({ ...all, judge: "rule" })).toBe(1);
  expect(votes({ ...all, category: "odd" })).toBe(2);
  expect(votes({ ...all, criterion: "style" })).toBe(1);
  expect(sumFacets(facets, all)).toEqual(sumFacets([...facets].reverse(), all));
});

test("facets are told apart whatever their names hold", () => {
  expect(facetKey('a","human', "human", null)).not.toBe(facetKey("a", "human", 'human","human'));
  expect(facetKey("a", "human", null)).not.toBe(facetKey("a", "human", "null"));
});
