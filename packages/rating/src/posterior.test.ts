import { describe, expect, it } from "vitest";
import { order, randomDuels, randomOrders, tiers } from "./made-ballots.ts";
import { addBallotToCounts, emptyCounts } from "./pair-counts.ts";
import {
  covarianceAt,
  growPosterior,
  initialPosterior,
  type Posterior,
  refitDue,
  varianceAt,
} from "./posterior.ts";
import { refitPosterior } from "./posterior-refit.ts";
import { updatePosterior } from "./posterior-update.ts";
import { seededRandom } from "./random.ts";
import { rate } from "./rate.ts";

const PLAIN = { careful: 1, empirical: false };
const once = (ballot: Parameters<typeof updatePosterior>[1]) => ({ ballot, count: 1 });
const near = (values: readonly number[], digits: number) =>
  values.map((value) => expect.closeTo(value, digits));
const sds = (posterior: Posterior): number[] =>
  posterior.mean.map((_, model) => Math.sqrt(varianceAt(posterior, model)));

const SEVEN = ["0123", "1045", "2405", "0351", "1243", "0234", "5102"].map((text) =>
  order(...[...text].map(Number)),
);

describe("updatePosterior", () => {
  it("of one ballot 0>1>2>3 under N(0, 1.5^2) has the mode and curvature an independent optimiser found", () => {
    const posterior = updatePosterior(initialPosterior(4, 1.5, PLAIN), order(0, 1, 2, 3));
    expect(posterior.mean).toEqual(near([1.0509, 0.36088, -0.29442, -1.11736], 5));
    expect(sds(posterior)).toEqual(near([1.24076, 1.13788, 1.10615, 1.17508], 5));
  });

  it("is what a refit of the one ballot gives, whatever the ballot", () => {
    for (const ballot of [
      order(2, 0),
      order(1, 3, 0),
      { models: [0, 1, 3], ranks: [2, 1, 2], firstOnly: true },
    ]) {
      const prior = initialPosterior(5, 1.5, { careful: 0.9, empirical: false });
      const updated = updatePosterior(prior, ballot);
      const refitted = refitPosterior({ ...prior, careful: ballot.models.length > 2 ? 0.9 : 1 }, [
        once(ballot),
      ]);
      expect(updated.mean).toEqual(near(refitted.mean, 8));
      expect(updated.cov).toEqual(near(refitted.cov, 7));
    }
  });

  it("moves models that are not shown through what ties them to the shown ones", () => {
    const known = updatePosterior(initialPosterior(3, 1.5, PLAIN), order(0, 1));
    const after = updatePosterior(known, order(1, 2));
    expect(after.mean[0]).toBeGreaterThan(known.mean[0] ?? 0);
    expect(covarianceAt(after, 0, 2)).toBeGreaterThan(0);
  });

  it("leaves its argument as it was and survives JSON", () => {
    const before = updatePosterior(initialPosterior(4, 1.5), order(0, 1, 2, 3));
    const text = JSON.stringify(before);
    const after = updatePosterior(JSON.parse(text) as Posterior, order(3, 1, 0, 2));
    expect(JSON.stringify(before)).toBe(text);
    expect(updatePosterior(before, order(3, 1, 0, 2))).toEqual(after);
  });

  it("reads a tied duel as half a win for each", () => {
    const posterior = updatePosterior(initialPosterior(2, 1.5), tiers([0, 1]));
    expect(posterior.mean).toEqual(near([0, 0], 12));
    expect(varianceAt(posterior, 0)).toBeLessThan(1.5 ** 2);
  });

  it("believes an absurd ballot of a careless world less", () => {
    const ballots = Array(6).fill(order(0, 1, 2, 3));
    const learn = (careful: number): number[] => {
      let posterior = initialPosterior(4, 1.5, { careful });
      for (const ballot of ballots) posterior = updatePosterior(posterior, ballot);
      return [posterior.mean[0] ?? 0, updatePosterior(posterior, order(3, 2, 1, 0)).mean[0] ?? 0];
    };
    const [sane = 0, moved = 0] = learn(0.9);
    const [trusting = 0, pushed = 0] = learn(1);
    expect(sane - moved).toBeLessThan(0.5 * (trusting - pushed));
  });

  it("keeps variances positive through a long run of contradictions", () => {
    const random = seededRandom("noise");
    let posterior = initialPosterior(6, 1.5);
    for (const ballot of randomOrders([0, 0, 0, 0, 0, 0], 4, 400, random))
      posterior = updatePosterior(posterior, ballot);
    for (const sd of sds(posterior)) expect(sd).toBeGreaterThan(0);
    for (const mean of posterior.mean) expect(Math.abs(mean)).toBeLessThan(1);
  });

  it("ignores a single model and a weight of 0, and refuses what does not fit", () => {
    const prior = initialPosterior(3, 1.5);
    expect(updatePosterior(prior, order(1))).toBe(prior);
    expect(updatePosterior(prior, { ...order(0, 1), weight: 0 })).toBe(prior);
    expect(() => updatePosterior(prior, order(0, 3))).toThrow(
      expect.objectContaining({ code: "bad-ballot" }),
    );
  });
});

describe("a posterior of more than 200 models", () => {
  it("keeps variances and updates the shown block as the full one would", () => {
    const small = updatePosterior(initialPosterior(4, 1.5, PLAIN), order(0, 1, 2, 3));
    const large = updatePosterior(initialPosterior(201, 1.5, PLAIN), order(0, 1, 2, 3));
    expect(large.cov).toHaveLength(201);
    expect(large.mean.slice(0, 5)).toEqual(near([...small.mean, 0], 9));
    expect(sds(large).slice(0, 5)).toEqual(near([...sds(small), 1.5], 9));
  });

  it("is what a full one becomes by growing past the limit", () => {
    const full = updatePosterior(initialPosterior(200, 1.5, PLAIN), order(7, 9));
    const grown = growPosterior(full, 202);
    expect(grown.mean).toEqual([...full.mean, 0, 0]);
    expect(sds(grown)).toEqual([...sds(full), 1.5, 1.5]);
  });
});

describe("growPosterior", () => {
  it("adds unknown models and keeps what is known", () => {
    const known = updatePosterior(initialPosterior(3, 1.5, PLAIN), order(0, 1, 2));
    const grown = growPosterior(known, 5);
    expect(grown.mean).toEqual([...known.mean, 0, 0]);
    expect(covarianceAt(grown, 0, 2)).toBe(covarianceAt(known, 0, 2));
    expect([covarianceAt(grown, 0, 4), varianceAt(grown, 4)]).toEqual([0, 2.25]);
    expect(growPosterior(known, 3)).toBe(known);
    expect(() => growPosterior(known, 2)).toThrow(expect.objectContaining({ code: "bad-size" }));
  });
});

describe("refitPosterior", () => {
  it("of seven ballots over six models has the mode and curvature an independent optimiser found", () => {
    const posterior = refitPosterior(initialPosterior(6, 1.5, PLAIN), SEVEN.map(once));
    expect(posterior.mean).toEqual(near([0.78413, 0.51036, 0.18743, -0.69538, -0.39682, -0.38972], 5));
    expect(sds(posterior)).toEqual(near([0.78598, 0.82119, 0.80414, 0.8561, 0.82576, 0.86502], 5));
  });

  it("of duels is the Bradley-Terry board", () => {
    const duels = randomDuels([1, 0, -1], 100, seededRandom("board"));
    const counts = emptyCounts(4);
    for (const duel of duels) addBallotToCounts(counts, duel);
    const posterior = refitPosterior(initialPosterior(4, 2), counts);
    const board = rate(4, duels, { method: "bradley-terry", interval: "posterior" });
    expect(posterior.mean).toEqual(
      near(
        board.models.map(({ theta }) => theta ?? 0),
        12,
      ),
    );
    expect(sds(posterior)).toEqual(
      near(
        board.models.map(({ sd }) => sd ?? 2),
        12,
      ),
    );
    expect(updatePosterior(posterior, order(3, 0)).mean[3]).toBeGreaterThan(0);
  });

  it("corrects what the one-ballot updates rounded off, and not by much", () => {
    const ballots = randomOrders([1.2, 0.6, 0, -0.6, -1.2], 3, 60, seededRandom("drift"));
    let online = initialPosterior(5, 1.5, PLAIN);
    for (const ballot of ballots) online = updatePosterior(online, ballot);
    const exact = refitPosterior(initialPosterior(5, 1.5, PLAIN), ballots.map(once));
    expect(online.mean).toEqual(near(exact.mean, 0));
    expect(online.mean).not.toEqual(near(exact.mean, 6));
  });

  it("learns the prior's spread and the tie law where it may", () => {
    const ballots = [...SEVEN, tiers([0, 1], [2, 3]), tiers([4], [0, 5])];
    const posterior = refitPosterior(initialPosterior(6, 1.5), ballots.map(once));
    expect(posterior.priorSd).toBeLessThan(1.5);
    expect(posterior.tieSizes).toEqual([2]);
    expect(posterior.tieLogs[0]).toBeLessThan(0);
    const next = updatePosterior(posterior, tiers([2, 3], [0]));
    expect(next.mean[2]).toBeGreaterThan(posterior.mean[2] ?? 0);
  });

  it("estimates a spread at rest: tau^2 is the mean of mu^2 + variance, with half a model of 1.5", () => {
    const theta = Array.from({ length: 12 }, (_, i) => 0.8 - 0.15 * i);
    const ballots = randomOrders(theta, 4, 200, seededRandom("spread"));
    const { mean, priorSd, cov } = refitPosterior(
      initialPosterior(12, 1.5, { careful: 1 }),
      ballots.map(once),
    );
    const squares = mean.reduce((sum, value, i) => sum + value ** 2 + (cov[i * 13] ?? 0), 0.5 * 1.5 ** 2);
    expect(squares / 12.5).toBeCloseTo(priorSd ** 2, 2);
  });

  it("of nothing is the prior", () => {
    const prior = initialPosterior(3, 1.5);
    expect(refitPosterior(prior, []).mean).toEqual([0, 0, 0]);
    expect(refitPosterior(prior, emptyCounts(3)).cov).toEqual(prior.cov);
  });
});

describe("refitDue", () => {
  it("comes after 20 ballots, then after every 10 or 10 % more", () => {
    expect([19, 20].map((now) => refitDue(0, now))).toEqual([false, true]);
    expect([29, 30].map((now) => refitDue(20, now))).toEqual([false, true]);
    expect([1099, 1100].map((now) => refitDue(1000, now))).toEqual([false, true]);
  });
});
