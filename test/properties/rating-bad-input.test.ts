// What cannot be rated is refused by a code or comes with a warning: never NaN, never a rating out of all bounds.
import {
  type Ballot,
  type Method,
  type Rating,
  RatingError,
  rate as rateByCore,
  rateCounts,
  rateRankings,
} from "@agon/rating";
import { rate } from "@agon/rating/compare";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const methods: readonly Method[] = [
  "bradley-terry",
  "davidson",
  "rao-kupper",
  "plackett-luce",
  "elo",
  "k-sort",
  "win-rate",
  "trueskill",
  "glicko-2",
  "openskill",
];

const beats = (winner: number, loser: number): Ballot => ({ models: [winner, loser], ranks: [1, 2] });
const codes = ({ warnings }: Rating): string[] => warnings.map(({ code }) => code);

/** Every number is one, and no rating is further from the mean than the prior allows. */
function expectBounded({ models }: Rating): void {
  for (const { rating, lower, upper, winRate } of models) {
    for (const value of [rating, lower, upper]) {
      if (value !== null) expect(Math.abs(value - 1000)).toBeLessThan(4000);
    }
    if (rating !== null) expect(Math.abs(rating - 1000)).toBeLessThan(2000);
    if (winRate !== null) expect(winRate >= 0 && winRate <= 1).toBe(true);
  }
}

describe.each(methods)("%s", (method) => {
  it("rates nobody from nothing, and says so", () => {
    for (const size of [0, 1, 3]) {
      const nothing = rate(size, [], { method });
      expect(nothing.models.every(({ rating }) => rating === null)).toBe(true);
      expect(codes(nothing)).toContain("no-battles");
    }
  });

  it("takes a battle of one model for no battle", () => {
    expect(codes(rate(1, [{ models: [0], ranks: [1] }], { method }))).toContain("no-battles");
  });

  it("keeps a model that only wins, however often, within bounds", () => {
    const wins = Array.from({ length: 2_000 }, () => beats(0, 1));
    const board = rate(2, method === "trueskill" || method === "openskill" ? wins.slice(0, 300) : wins, {
      method,
    });
    expectBounded(board);
    expect(board.models[0]?.rating).toBeGreaterThan(board.models[1]?.rating ?? Number.POSITIVE_INFINITY);
  });

  it("keeps parts that never met within bounds", () => {
    expectBounded(rate(6, [beats(0, 1), beats(1, 0), beats(2, 3), beats(4, 5), beats(4, 5)], { method }));
  });

  it("leaves votes of weight 0 out, and refuses weights that are none", () => {
    const board = rate(2, [beats(0, 1), { ...beats(1, 0), weight: 0 }], { method });
    expect(board.models[1]).toMatchObject({ games: 1, wins: 0 });
    for (const weight of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => rate(2, [{ ...beats(0, 1), weight }], { method })).toThrow(
        expect.objectContaining({ code: "bad-weight" }),
      );
    }
  });

  it.each([
    ["a model that is not there", { models: [0, 9], ranks: [1, 2] }],
    ["a model with a broken number", { models: [0, 1.5], ranks: [1, 2] }],
    ["a model twice", { models: [0, 0], ranks: [1, 2] }],
    ["too few ranks", { models: [0, 1], ranks: [1] }],
    ["too many ranks", { models: [0, 1], ranks: [1, 2, 3] }],
    ["a rank that is no number", { models: [0, 1], ranks: [1, Number.NaN] }],
    ["no model", { models: [], ranks: [] }],
  ])("refuses %s by a code", (_, ballot) => {
    expect(() => rate(3, [ballot], { method })).toThrow(expect.objectContaining({ code: "bad-ballot" }));
  });
});

it("connection warnings name what is missing", () => {
  const of = (...ballots: Ballot[]) => codes(rateByCore(4, ballots, { method: "bradley-terry" }));
  expect(of(beats(0, 1), beats(1, 2))).toContain("not-strongly-connected");
  expect(of(beats(0, 1), beats(1, 0), beats(2, 3), beats(3, 2))).toContain("disconnected");
  expect(of(beats(0, 1), beats(1, 2), beats(2, 3), beats(3, 0))).toEqual([]);
});

it("counts and counted rankings refuse numbers that are none", () => {
  const counts = (cell: number) => ({
    size: 2,
    wins: Float64Array.of(0, cell, 1, 0),
    ties: new Float64Array(4),
  });
  for (const cell of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => rateCounts(counts(cell), { method: "bradley-terry" })).toThrow(
      expect.objectContaining({ code: "bad-counts" }),
    );
    const counted = [{ ballot: beats(0, 1), count: cell }];
    expect(() => rateRankings(2, counted, { method: "plackett-luce" })).toThrow(
      expect.objectContaining({ code: "bad-weight" }),
    );
  }
});

it("whatever ballots come, a board is bounded or the refusal has a code", () => {
  const number = fc.oneof(fc.integer({ min: -1, max: 5 }), fc.constantFrom(Number.NaN, 0.5, 1e9));
  const ballot = fc.record({
    models: fc.array(number, { maxLength: 4 }),
    ranks: fc.array(number, { maxLength: 4 }),
    weight: fc.oneof(fc.constant(1), number),
  });
  const sound = fc.record({
    models: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 4 }),
    ranks: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 4, maxLength: 4 }),
  });
  const fitting = sound.map(({ models, ranks }) => ({
    models,
    ranks: ranks.slice(0, models.length),
    weight: 1,
  }));
  const some = fc.array(fc.oneof({ weight: 9, arbitrary: fitting }, { weight: 1, arbitrary: ballot }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(some, fc.constantFrom(...methods), (ballots, method) => {
      try {
        expectBounded(rate(4, ballots, { method }));
      } catch (error) {
        if (!(error instanceof RatingError)) throw error;
        expect(error.code).toMatch(/^bad-/);
      }
    }),
    { numRuns: 150, seed: 3 },
  );
});
