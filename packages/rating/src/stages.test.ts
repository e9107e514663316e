import { describe, expect, it } from "vitest";
import { order, tiers } from "./made-ballots.ts";
import { carelessLog, mixture, rankingOf, rankingTerms } from "./ranking.ts";
import { chooseStage, equalChoiceLog, NO_TIES, type TieLaw } from "./stages.ts";

const THETA = Float64Array.of(0.9, -0.4, 0.3, 1.6, -1.2);
const LAW: TieLaw = { sizes: [2, 4], logs: Float64Array.of(-0.3, 0.8) };

function subsets(from: number, to: number, size: number): number[][] {
  if (size === 0) return [[]];
  if (from >= to) return [];
  return [...subsets(from + 1, to, size - 1).map((rest) => [from, ...rest]), ...subsets(from + 1, to, size)];
}

/** Davidson-Luce by listing every set that can be chosen. */
function naiveStage(theta: Float64Array, from: number, law: TieLaw) {
  const width = theta.length + law.sizes.length;
  const rows = [1, ...law.sizes].flatMap((size, t) =>
    subsets(from, theta.length, size).map((chosen) => {
      const statistic = Array<number>(width).fill(0);
      for (const i of chosen) statistic[i] = 1 / size;
      if (t > 0) statistic[theta.length + t - 1] = 1;
      const log = chosen.reduce((sum, i) => sum + (theta[i] ?? 0) / size, t > 0 ? (law.logs[t - 1] ?? 0) : 0);
      return { statistic, weight: Math.exp(log) };
    }),
  );
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const mean = Array.from({ length: width }, (_, i) =>
    rows.reduce((sum, { statistic, weight }) => sum + (weight / total) * (statistic[i] ?? 0), 0),
  );
  const covariance = Array.from({ length: width * width }, (_, cell) => {
    const [i, j] = [Math.floor(cell / width), cell % width];
    const second = rows.reduce(
      (sum, row) => sum + (row.weight / total) * (row.statistic[i] ?? 0) * (row.statistic[j] ?? 0),
      0,
    );
    return second - (mean[i] ?? 0) * (mean[j] ?? 0);
  });
  return { mean, covariance, log: Math.log(total) };
}

describe("a Davidson-Luce stage", () => {
  it.each([0, 1, 2, 3])("has the moments that listing all sets gives, from place %i on", (from) => {
    const width = THETA.length + LAW.sizes.length;
    const [gradient, curvature] = [new Float64Array(width), new Float64Array(width * width)];
    const log = chooseStage(THETA, from, LAW, gradient, curvature);
    const naive = naiveStage(THETA, from, LAW);
    expect(log).toBeCloseTo(naive.log, 12);
    expect([...gradient]).toEqual(naive.mean.map((value) => expect.closeTo(-value, 12)));
    expect([...curvature]).toEqual(naive.covariance.map((value) => expect.closeTo(value, 12)));
  });

  it("between two models is Davidson's law", () => {
    const theta = Float64Array.of(1.2, 0.1);
    const law: TieLaw = { sizes: [2], logs: Float64Array.of(Math.log(0.7)) };
    const tie = rankingTerms(rankingOf(tiers([0, 1])), theta, law, new Float64Array(3), new Float64Array(9));
    const [p, q] = [Math.exp(1.2), Math.exp(0.1)];
    expect(Math.exp(tie)).toBeCloseTo((0.7 * Math.sqrt(p * q)) / (p + q + 0.7 * Math.sqrt(p * q)), 12);
  });
});

describe("rankingOf", () => {
  it("keeps the stages that say something", () => {
    expect(rankingOf(order(3, 1, 2))).toEqual({ models: [3, 1, 2], groups: [1, 1] });
    expect(rankingOf(tiers([4], [0, 2], [1]))).toEqual({ models: [4, 0, 2, 1], groups: [1, 2] });
    expect(rankingOf(tiers([1], [2, 0]))).toEqual({ models: [1, 0, 2], groups: [1, 2] });
    expect(rankingOf(tiers([2, 0]))).toEqual({ models: [0, 2], groups: [2] });
  });

  it("of Best mode keeps the first stage alone", () => {
    const best = { models: [5, 6, 7], ranks: [2, 1, 2], firstOnly: true };
    expect(rankingOf(best)).toEqual({ models: [6, 5, 7], groups: [1] });
  });
});

describe("rankingTerms", () => {
  const width = 5;
  const evaluate = (theta: Float64Array, law: TieLaw, ballot = order(0, 1, 2, 3, 4)) => {
    const cells = width + law.sizes.length;
    const [gradient, curvature] = [new Float64Array(cells), new Float64Array(cells * cells)];
    const log = rankingTerms(rankingOf(ballot), theta, law, gradient, curvature);
    return { log, gradient, curvature, cells };
  };

  it("is the product of softmax choices", () => {
    let expected = 0;
    for (let i = 0; i < 4; i++) {
      expected += (THETA[i] ?? 0) - Math.log(THETA.slice(i).reduce((sum, value) => sum + Math.exp(value), 0));
    }
    expect(evaluate(THETA, NO_TIES).log).toBeCloseTo(expected, 12);
  });

  it.each([
    ["an order", order(0, 1, 2, 3, 4), NO_TIES],
    ["ties that the law does not know", tiers([0, 1], [2], [3, 4]), NO_TIES],
    ["an order that might have had ties", order(0, 1, 2, 3, 4), LAW],
    ["ties of the law", tiers([0], [1, 2], [3, 4]), LAW],
  ])("has the derivatives of its log: %s", (_, ballot, law) => {
    const here = evaluate(THETA, law, ballot);
    const h = 1e-5;
    for (let i = 0; i < width; i++) {
      const up = evaluate(
        THETA.map((value, k) => value + (k === i ? h : 0)),
        law,
        ballot,
      );
      const down = evaluate(
        THETA.map((value, k) => value - (k === i ? h : 0)),
        law,
        ballot,
      );
      expect((up.log - down.log) / (2 * h)).toBeCloseTo(here.gradient[i] ?? 0, 7);
      for (let j = 0; j < here.cells; j++) {
        const slope = ((down.gradient[j] ?? 0) - (up.gradient[j] ?? 0)) / (2 * h);
        expect(slope).toBeCloseTo(here.curvature[i * here.cells + j] ?? 0, 7);
      }
    }
  });
});

describe("a careless voter", () => {
  it("gives each order of K the probability 1/K!, and each best of K 1/K", () => {
    expect(Math.exp(carelessLog(rankingOf(order(0, 1, 2, 3)), NO_TIES))).toBeCloseTo(1 / 24, 12);
    const best = { models: [0, 1, 2, 3], ranks: [1, 2, 2, 2], firstOnly: true };
    expect(Math.exp(carelessLog(rankingOf(best), NO_TIES))).toBeCloseTo(1 / 4, 12);
  });

  it("chooses among equals under the tie law: all choices of a stage sum to 1", () => {
    const total = [1, 2, 4].reduce((sum, size) => {
      return sum + subsets(0, 5, size).length * Math.exp(equalChoiceLog(5, size, LAW));
    }, 0);
    expect(total).toBeCloseTo(1, 12);
  });

  it("is the likelier the odder the ballot", () => {
    const careless = Math.log(1 / 24);
    expect(mixture(-1, careless, 1)).toEqual({ log: -1, careful: 1 });
    expect(mixture(careless, careless, 0.9).careful).toBeCloseTo(0.9, 12);
    expect(mixture(-30, careless, 0.9).careful).toBeLessThan(1e-9);
    expect(mixture(-30, careless, 0.9).log).toBeCloseTo(Math.log(0.1 / 24), 9);
  });
});
