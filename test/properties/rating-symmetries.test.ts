import { type Ballot, type Method, type Rating, rate } from "@agon/rating";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyRenaming, renamed, reslotted, reversed, SIZE, someBallots } from "./rating-ballots.ts";

const BATCH: readonly Method[] = ["bradley-terry", "davidson", "rao-kupper", "plackett-luce", "win-rate"];
const ALL: readonly Method[] = [...BATCH, "elo", "k-sort"];
const runs = { numRuns: 60 };

const options = (method: Method) => ({ method, careful: 1 }) as const;
const near = (value: number | null): unknown => (value === null ? null : expect.closeTo(value, 4));
const seen = ({ models }: Rating) => models.map(({ rating, lower, upper }) => [rating, lower, upper]);

function expectSame(one: Rating, other: Rating): void {
  expect(seen(one)).toEqual(seen(other).map((row) => row.map(near)));
}

describe.each(ALL)("%s", (method) => {
  it("gives renamed models the same numbers", () => {
    fc.assert(
      fc.property(someBallots, anyRenaming, (ballots, names) => {
        const plain = seen(rate(SIZE, ballots, options(method)));
        const other = seen(rate(SIZE, renamed(ballots, names), options(method)));
        expect(names.map((name) => other[name])).toEqual(plain.map((row) => row.map(near)));
      }),
      runs,
    );
  });

  it("does not care in which slots the models were shown", () => {
    fc.assert(
      fc.property(someBallots, (ballots) => {
        expectSame(rate(SIZE, reslotted(ballots), options(method)), rate(SIZE, ballots, options(method)));
      }),
      runs,
    );
  });

  it("gives models that only ever tied each other the same rating", () => {
    fc.assert(
      fc.property(fc.array(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 2 }), { minLength: 1 }), (sets) => {
        const ballots = sets.map((models): Ballot => ({ models, ranks: models.map(() => 1) }));
        for (const { rating } of rate(4, ballots, options(method)).models) {
          if (rating !== null) expect(rating).toBeCloseTo(1000, 5);
        }
      }),
      runs,
    );
  });

  it("gives finite numbers, centred on 1000, and ranks that enclose each other, of any ballots", () => {
    fc.assert(
      fc.property(someBallots, (ballots) => {
        const { models } = rate(SIZE, ballots, options(method));
        const rated = models.flatMap(({ rating }) => (rating === null ? [] : [rating]));
        if (rated.length > 0) expect(rated.reduce((a, b) => a + b) / rated.length).toBeCloseTo(1000, 5);
        for (const model of models) {
          expect(model.rankLower).toBeGreaterThanOrEqual(1);
          expect(model.rankUpper).toBeLessThanOrEqual(SIZE);
          expect(model.rankLower).toBeLessThanOrEqual(model.rankUpper);
          if (model.rating === null) continue;
          expect(Math.abs(model.rating - 1000)).toBeLessThan(4000);
          expect(model.lower ?? model.rating).toBeLessThanOrEqual(model.rating);
          expect(model.upper ?? model.rating).toBeGreaterThanOrEqual(model.rating);
        }
      }),
      runs,
    );
  });
});

describe.each(BATCH)("%s, a batch method,", (method) => {
  it("does not depend on the order of the ballots", () => {
    fc.assert(
      fc.property(someBallots, (ballots) => {
        expectSame(rate(SIZE, ballots.toReversed(), options(method)), rate(SIZE, ballots, options(method)));
      }),
      runs,
    );
  });
});

describe.each(["bradley-terry", "davidson", "rao-kupper", "elo", "k-sort"] as const)("%s", (method) => {
  it("turns upside down when every ballot does", () => {
    fc.assert(
      fc.property(someBallots, (ballots) => {
        const up = rate(SIZE, ballots, options(method)).models.map(({ theta }) => theta);
        const down = rate(SIZE, reversed(ballots), options(method)).models.map(({ theta }) => theta);
        expect(down).toEqual(up.map((theta) => near(theta === null ? null : -theta)));
      }),
      runs,
    );
  });
});
