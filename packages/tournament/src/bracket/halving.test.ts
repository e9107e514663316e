import { expect, it } from "vitest";
import { halvingPlan } from "./halving.ts";

type Tree = number | readonly [Tree, Tree];

/** The bracket as one would say it: split in halves, recursively. */
function halves(list: readonly number[]): Tree {
  const [only = 0] = list;
  if (list.length === 1) return only;
  const middle = Math.floor(list.length / 2);
  return [halves(list.slice(0, middle)), halves(list.slice(middle))];
}

function treeOf(entrants: number): Tree {
  const { matches } = halvingPlan(entrants);
  const walk = (index: number): Tree => {
    const [a, b] = (matches[index]?.sources ?? []).map((source) => {
      if (source.kind === "seat") return source.seat;
      return source.kind === "match" ? walk(source.match) : -1;
    });
    return [a ?? -1, b ?? -1];
  };
  return walk(matches.length - 1);
}

it("equals its recursive twin for every size from 2 to 130", () => {
  for (let entrants = 2; entrants <= 130; entrants++) {
    const list = Array.from({ length: entrants }, (_, index) => index);
    expect(treeOf(entrants)).toEqual(halves(list));
  }
});

it("has one match less than entrants, whatever their number", () => {
  for (const entrants of [2, 3, 7, 16, 100, 1023, 1024]) {
    expect(halvingPlan(entrants).matches).toHaveLength(entrants - 1);
  }
});

it("lets winners go on to the half of their position in the next round", () => {
  const { matches, dependants } = halvingPlan(11);
  matches.slice(0, -1).forEach((match, index) => {
    const next = matches[dependants[index]?.[0] ?? -1];
    expect(next).toMatchObject({ round: match.round + 1, position: Math.ceil(match.position / 2) });
  });
});
