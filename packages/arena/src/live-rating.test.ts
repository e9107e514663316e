import { expect, test } from "vitest";
import { decideCast } from "./decide/cast.ts";
import { decideModels } from "./decide/catalogue.ts";
import { allowed, claims, contest, modelEntry, perform } from "./fixtures/contest.ts";
import { countsOfTally, rankingsOfTally } from "./live-rating.ts";
import type { ArenaState } from "./state.ts";

function votes(state: ArenaState, count: number): ArenaState {
  let next = state;
  for (let vote = 0; vote < count; vote++) {
    const said = { ranks: [1, 2], firstOnly: false, flags: [] };
    const ballot = claims({ models: vote % 3 === 0 ? [1, 0] : [0, 1] });
    next = perform(next, allowed(decideCast(next, ballot, said, 0))).state;
  }
  return next;
}

const ratingOf = (state: ArenaState) => state.ratings.get("overall");

test("the rating is fitted anew after 20 ballots and then after every ten, by count and never by time", () => {
  const fits = Array.from({ length: 45 }, (_, at) => ratingOf(votes(contest(), at + 1))?.ballotsAtRefit);
  expect([...new Set(fits)]).toEqual([0, 20, 30, 40]);
});

test("a new model starts as unknown as the prior and leaves the others alone", () => {
  const before = votes(contest(), 5);
  const mean = [...(ratingOf(before)?.posterior.mean ?? [])];
  const { state } = perform(before, allowed(decideModels(before, [modelEntry("new")])));
  const posterior = ratingOf(state)?.posterior;
  expect(posterior?.mean).toEqual([...mean, 0]);
  expect(posterior?.cov.at(-1)).toBeCloseTo(1.5 ** 2, 12);
});

test("counts and rankings of a tally tell of the same ballots", () => {
  const tally = { duels: [0, 2, 3, 1, 2], rankings: [], votes: 6 };
  const counts = countsOfTally(3, tally);
  expect(counts.wins[0 * 3 + 2]).toBe(3);
  expect(counts.wins[2 * 3 + 0]).toBe(1);
  expect(rankingsOfTally(tally)).toEqual([
    { ballot: { models: [0, 2], ranks: [1, 2] }, count: 3 },
    { ballot: { models: [0, 2], ranks: [2, 1] }, count: 1 },
    { ballot: { models: [0, 2], ranks: [1, 1] }, count: 2 },
  ]);
});
