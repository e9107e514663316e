import { describe, expect, it } from "vitest";
import type { Ballot } from "./ballot.ts";
import { order, randomDuels, randomOrders, tiers } from "./made-ballots.ts";
import { addBallotToCounts, emptyCounts, type PairCounts } from "./pair-counts.ts";
import { seededRandom } from "./random.ts";
import { rate, rateCounts } from "./rate.ts";
import type { Rating } from "./rating.ts";
import { SCALE } from "./scale.ts";

const THETA = [1.4, 0.7, 0.2, 0, -0.6, -1.1];
const N = THETA.length;

function countsOf(size: number, duels: readonly Ballot[]): PairCounts {
  const counts = emptyCounts(size);
  for (const duel of duels) addBallotToCounts(counts, duel);
  return counts;
}

const thetas = (rating: Rating): number[] => rating.models.map(({ theta }) => theta ?? Number.NaN);
const sds = (rating: Rating): number[] => rating.models.map(({ sd }) => sd ?? Number.NaN);
const near = (values: readonly number[], digits: number) =>
  values.map((value) => expect.closeTo(value, digits));

/** The classical minorisation of D. Hunter (2004): slow, obvious, without a matrix. */
function hunter({ size, wins, ties }: PairCounts): number[] {
  const cell = (matrix: Float64Array, i: number, j: number): number => matrix[i * size + j] ?? 0;
  let strengths = Array<number>(size).fill(1);
  for (let round = 0; round < 3000; round++) {
    const next = strengths.map((own, i) => {
      let [points, load] = [0, 0];
      strengths.forEach((other, j) => {
        points += cell(wins, i, j) + cell(ties, i, j) / 2;
        load += (cell(wins, i, j) + cell(wins, j, i) + cell(ties, i, j)) / (own + other);
      });
      return points / load;
    });
    const level = Math.exp(next.reduce((sum, value) => sum + Math.log(value), 0) / size);
    strengths = next.map((value) => value / level);
  }
  return strengths.map(Math.log);
}

/** H^+ S H^+ for Bradley-Terry written down cell by cell; both by Gauss-Jordan on H + 11'. */
function naiveSandwich(theta: readonly number[], clusters: readonly (readonly Ballot[])[]): number[] {
  const n = theta.length;
  const zeros = (): number[][] => theta.map(() => theta.map(() => 0));
  const [h, s] = [zeros(), zeros()];
  const bump = (m: number[][], i: number, j: number, by: number): void => {
    const row = m[i];
    if (row !== undefined) row[j] = (row[j] ?? 0) + by;
  };
  for (const cluster of clusters) {
    const score = theta.map(() => 0);
    for (const { models, ranks } of cluster) {
      const [a = 0, b = 0] = models;
      const p = 1 / (1 + Math.exp((theta[b] ?? 0) - (theta[a] ?? 0)));
      const [first = 0, second = 0] = ranks;
      const residual = (first === second ? 0.5 : first < second ? 1 : 0) - p;
      score[a] = (score[a] ?? 0) + residual;
      score[b] = (score[b] ?? 0) - residual;
      for (const [i, j, sign] of [
        [a, a, 1],
        [b, b, 1],
        [a, b, -1],
        [b, a, -1],
      ] as const)
        bump(h, i, j, sign * p * (1 - p));
    }
    for (const [i, x] of score.entries()) {
      for (const [j, y] of score.entries()) bump(s, i, j, x * y);
    }
  }
  const inverse = gaussJordan(h.map((row) => row.map((value) => value + 1)));
  return theta.map((_, i) => {
    let variance = 0;
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++)
        variance += (inverse[i]?.[a] ?? 0) * (s[a]?.[b] ?? 0) * (inverse[b]?.[i] ?? 0);
    return Math.sqrt(variance);
  });
}

function gaussJordan(matrix: number[][]): number[][] {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let p = 0; p < n; p++) {
    const pivot = rows[p] ?? [];
    const scaled = pivot.map((value) => value / (pivot[p] ?? 1));
    rows.forEach((row, i) => {
      rows[i] = i === p ? scaled : row.map((value, j) => value - (row[p] ?? 0) * (scaled[j] ?? 0));
    });
  }
  return rows.map((row) => row.slice(n));
}

describe("Bradley-Terry", () => {
  const duels = randomDuels(THETA, 600, seededRandom("bt"));

  it("puts a model that wins three of four duels log 3 above the other", () => {
    const rating = rate(2, [order(0, 1), order(0, 1), order(1, 0), order(0, 1)], { method: "bradley-terry" });
    expect(thetas(rating)).toEqual(near([Math.log(3) / 2, -Math.log(3) / 2], 9));
    expect(rating.models.map(({ rating: points }) => points)).toEqual(
      near([1000 + (SCALE * Math.log(3)) / 2, 1000 - (SCALE * Math.log(3)) / 2], 6),
    );
  });

  it("reads a tie as half a win for each", () => {
    const tied = rate(2, [tiers([0, 1]), order(0, 1)], { method: "bradley-terry" });
    expect(thetas(tied)[0]).toBeCloseTo(Math.log(3) / 2, 9);
  });

  it("finds the maximum that Hunter's minorisation creeps up to", () => {
    const rating = rate(N, duels, { method: "bradley-terry" });
    expect(rating.converged).toBe(true);
    expect(thetas(rating)).toEqual(near(hunter(countsOf(N, duels)), 8));
  });

  it("gives the same from raw ballots and from counts", () => {
    expect(rateCounts(countsOf(N, duels), { method: "bradley-terry" })).toEqual(
      rate(N, duels, { method: "bradley-terry" }),
    );
  });

  it("has the sandwich covariance that a cell-by-cell computation gives", () => {
    const rating = rate(N, duels, { method: "bradley-terry" });
    expect(sds(rating)).toEqual(
      near(
        naiveSandwich(
          thetas(rating),
          duels.map((duel) => [duel]),
        ),
        8,
      ),
    );
  });

  it("clusters the sandwich by voter when there are 20 of them", () => {
    const voted = duels.map((duel, i) => ({ ...duel, cluster: (i * i) % 53 }));
    const rating = rate(N, voted, { method: "bradley-terry" });
    const clusters = [...Map.groupBy(voted, ({ cluster }) => cluster).values()];
    expect(rating.interval).toEqual({ kind: "sandwich", clusters: clusters.length });
    expect(sds(rating)).toEqual(near(naiveSandwich(thetas(rating), clusters), 8));
  });

  it("with fewer than 20 clusters takes every ballot by itself and says so", () => {
    const voted = duels.map((duel, i) => ({ ...duel, cluster: i % 19 }));
    const rating = rate(N, voted, { method: "bradley-terry" });
    expect(rating.interval.clusters).toBeNull();
    expect(rating.warnings.map(({ code }) => code)).toEqual(["few-clusters"]);
    expect(sds(rating)).toEqual(near(sds(rate(N, duels, { method: "bradley-terry" })), 9));
  });

  it("widens the interval to that of the voters when each of them only repeats himself", () => {
    const repeated = duels.flatMap((duel, cluster) => Array(9).fill({ ...duel, cluster }) as Ballot[]);
    const rating = rate(N, repeated, { method: "bradley-terry" });
    expect(sds(rating)).toEqual(near(sds(rate(N, duels, { method: "bradley-terry" })), 8));
  });

  it("weighs a ballot of weight 2 like two for the rating, and once more for its doubt", () => {
    const twice = rate(N, [...duels, ...duels], { method: "bradley-terry" });
    const heavy = rate(
      N,
      duels.map((duel) => ({ ...duel, weight: 2 })),
      { method: "bradley-terry" },
    );
    expect(thetas(heavy)).toEqual(near(thetas(twice), 9));
    expect(sds(heavy)).toEqual(near(sds(rate(N, duels, { method: "bradley-terry" })), 9));
  });

  it("never counts the pairs of one battle of four as independent", () => {
    const ballots = randomOrders(THETA, 4, 400, seededRandom("four"));
    const split = ballots.flatMap((ballot) =>
      ballot.models.flatMap((a, i) => ballot.models.slice(i + 1).map((b) => order(a, b))),
    );
    const whole = rate(N, ballots, { method: "bradley-terry" });
    const apart = rate(N, split, { method: "bradley-terry" });
    expect(thetas(whole)).toEqual(near(thetas(apart), 9));
    expect(sds(whole)[0]).toBeGreaterThan(1.1 * (sds(apart)[0] ?? 0));
  });

  it("covers the truth in about 95 of 100 samples", () => {
    let covered = 0;
    for (let sample = 0; sample < 150; sample++) {
      const rating = rate(N, randomDuels(THETA, 300, seededRandom(`cover ${sample}`), 0), {
        method: "bradley-terry",
      });
      const mean = THETA.reduce((a, b) => a + b) / N;
      rating.models.forEach(({ theta, sd }, i) => {
        if (Math.abs((theta ?? 0) - ((THETA[i] ?? 0) - mean)) < 1.96 * (sd ?? 0)) covered++;
      });
    }
    expect(covered / (150 * N)).toBeGreaterThan(0.92);
    expect(covered / (150 * N)).toBeLessThan(0.98);
  });
});

describe("connection of the battles", () => {
  it("brings in a prior and a warning when a model only wins: no rating runs away", () => {
    const rating = rate(3, [order(0, 1), order(1, 2), order(2, 1), order(0, 2)], { method: "bradley-terry" });
    expect(rating.warnings.map(({ code }) => code)).toEqual(["not-strongly-connected"]);
    expect(rating.priorSd).toBe(2);
    for (const { rating: points } of rating.models) expect(Math.abs((points ?? 0) - 1000)).toBeLessThan(500);
    expect(rating.models[0]?.rank).toBe(1);
  });

  it("warns of islands that no battle joins", () => {
    const rating = rate(4, [order(0, 1), order(1, 0), order(2, 3), order(3, 2)], { method: "bradley-terry" });
    expect(rating.warnings.map(({ code }) => code)).toEqual(["disconnected"]);
    expect(rating.models.map(({ rating: points }) => points)).toEqual(near([1000, 1000, 1000, 1000], 6));
  });

  it("needs no prior when a tie closes the circle", () => {
    const rating = rate(2, [order(0, 1), tiers([0, 1])], { method: "bradley-terry" });
    expect(rating.warnings).toEqual([]);
    expect(rating.priorSd).toBeUndefined();
  });
});

describe("laws with a tie parameter", () => {
  const duels = randomDuels(THETA, 800, seededRandom("ties"), 0.3);

  it.each(["davidson", "rao-kupper"] as const)(
    "are at rest at the maximum of their likelihood: %s",
    (method) => {
      const rating = rate(N, duels, { method });
      const best = logLikelihood(method, thetas(rating), rating.tie ?? 0, duels);
      for (let i = 0; i <= N; i++) {
        for (const step of [-0.01, 0.01]) {
          const moved = thetas(rating).map((theta, k) => theta + (k === i ? step : 0));
          const tie = (rating.tie ?? 0) * (i === N ? 1 + step : 1);
          expect(logLikelihood(method, moved, tie, duels)).toBeLessThan(best);
        }
      }
    },
  );

  it.each(["davidson", "rao-kupper"] as const)(
    "have one sandwich, from counts and vote by vote: %s",
    (method) => {
      const apart = duels.map((duel, cluster) => ({ ...duel, cluster }));
      const counted = rateCounts(countsOf(N, duels), { method });
      expect(sds(counted)).toEqual(near(sds(rate(N, apart, { method })), 9));
    },
  );

  it("is Bradley-Terry when nobody ever ties", () => {
    const decided = randomDuels(THETA, 300, seededRandom("none"), 0);
    const plain = thetas(rate(N, decided, { method: "bradley-terry" }));
    expect(thetas(rate(N, decided, { method: "davidson" }))).toEqual(near(plain, 9));
    expect(thetas(rate(N, decided, { method: "rao-kupper" }))).toEqual(near(plain, 9));
  });

  it("does not run away when all decided battles point one way and ties close the circle", () => {
    const ballots = [tiers([0, 1, 3], [2]), tiers([1, 2, 4])];
    for (const method of ["davidson", "rao-kupper"] as const) {
      for (const { rating } of rate(5, ballots, { method }).models) {
        expect(Math.abs((rating ?? 0) - 1000)).toBeLessThan(1000);
      }
    }
  });

  it("stays finite when everybody ties", () => {
    for (const method of ["davidson", "rao-kupper", "bradley-terry"] as const) {
      const rating = rate(3, [tiers([0, 1]), tiers([1, 2]), tiers([0, 2])], { method });
      expect(rating.converged).toBe(true);
      expect(rating.models.map((model) => model.rating)).toEqual(near([1000, 1000, 1000], 6));
    }
  });
});

/** The laws as their papers print them. */
function logLikelihood(
  method: string,
  theta: readonly number[],
  tie: number,
  duels: readonly Ballot[],
): number {
  let sum = 0;
  for (const { models, ranks } of duels) {
    const [p = 0, q = 0] = models.map((model) => Math.exp(theta[model] ?? 0));
    const [first = 0, second = 0] = ranks;
    const davidson = p + q + tie * Math.sqrt(p * q);
    const win = method === "davidson" ? p / davidson : p / (p + tie * q);
    const loss = method === "davidson" ? q / davidson : q / (q + tie * p);
    sum += Math.log(first < second ? win : first > second ? loss : 1 - win - loss);
  }
  return sum;
}

describe("bootstrap", () => {
  const duels = randomDuels(THETA, 400, seededRandom("boot"));

  it("comes close to the sandwich and repeats for the same seed", () => {
    const options = { method: "bradley-terry", interval: "bootstrap", seed: 5 } as const;
    const rating = rate(N, duels, options);
    expect(rating).toEqual(rate(N, duels, options));
    expect(rating.interval).toEqual({ kind: "bootstrap", clusters: null });
    const sandwich = sds(rate(N, duels, { method: "bradley-terry" }));
    sds(rating).forEach((sd, i) => {
      expect(sd / (sandwich[i] ?? 1)).toBeGreaterThan(0.8);
      expect(sd / (sandwich[i] ?? 1)).toBeLessThan(1.25);
    });
    expect(rate(N, duels, { ...options, seed: 6 })).not.toEqual(rating);
  });

  it("draws whole clusters: repeated ballots narrow nothing", () => {
    const repeated = duels.flatMap((duel, cluster) => Array(4).fill({ ...duel, cluster }) as Ballot[]);
    const options = { method: "bradley-terry", interval: "bootstrap", rounds: 100 } as const;
    expect(sds(rate(N, repeated, options))).toEqual(near(sds(rate(N, duels, options)), 6));
  });

  it("needs the ballots, not their counts", () => {
    expect(() => rateCounts(countsOf(N, duels), { method: "davidson", interval: "bootstrap" })).toThrow(
      expect.objectContaining({ code: "bad-option" }),
    );
  });
});
