import { describe, expect, it } from "vitest";
import { plainLikelihood, plainMeat, plainOf } from "./plain-rankings.ts";
import { randomNormal, seededRandom, shuffled } from "./random.ts";
import { type Ranking, rankingKey, rankingOf, rankingTerms } from "./ranking.ts";
import { NO_TIES } from "./stages.ts";

const N = 7;
const random = seededRandom("plain");
const theta = Float64Array.from({ length: N }, () => 2 * randomNormal(random));
const counts = [1, 3, 2, 5, 1, 4];
const rankings: Ranking[] = counts.map((_, r) => {
  const models = shuffled([...Array(N).keys()], random).slice(0, 2 + r);
  return rankingOf({ models, ranks: models.map((_, slot) => slot), firstOnly: r % 3 === 2 });
});

/** Value, gradient, curvature and S by the general code, one ranking after the other. */
function naive() {
  const [gradient, curvature, meat] = [new Float64Array(N), new Float64Array(N * N), new Float64Array(N * N)];
  let value = 0;
  rankings.forEach((ranking, r) => {
    const k = ranking.models.length;
    const [slope, bend] = [new Float64Array(k), new Float64Array(k * k)];
    const own = Float64Array.from(ranking.models, (model) => theta[model] ?? 0);
    const count = counts[r] ?? 0;
    value += count * rankingTerms(ranking, own, NO_TIES, slope, bend);
    ranking.models.forEach((a, i) => {
      gradient[a] = (gradient[a] ?? 0) + count * (slope[i] ?? 0);
      ranking.models.forEach((b, j) => {
        const cell = a * N + b;
        curvature[cell] = (curvature[cell] ?? 0) + count * (bend[i * k + j] ?? 0);
        meat[cell] = (meat[cell] ?? 0) + count * (slope[i] ?? 0) * (slope[j] ?? 0);
      });
    });
  });
  return { value, gradient, curvature, meat };
}

const close = (a: Float64Array, b: Float64Array): void => {
  a.forEach((value, cell) => {
    expect(value).toBeCloseTo(b[cell] ?? Number.NaN, 10);
  });
};

describe("rankings in flat arrays", () => {
  const plain = plainOf({ rankings, counts });
  const twin = naive();

  it("have the likelihood and the derivatives of the rankings one by one", () => {
    const [gradient, curvature] = [new Float64Array(N), new Float64Array(N * N)];
    expect(plainLikelihood(plain, N, theta, gradient, curvature)).toBeCloseTo(twin.value, 10);
    close(gradient, twin.gradient);
    close(curvature, twin.curvature);
  });

  it("have the same squares of scores", () => {
    close(plainMeat(plain, N, theta), twin.meat);
  });
});

describe("the key of a ranking", () => {
  const keyOf = (models: number[], ranks: number[], firstOnly = false): number | string =>
    rankingKey(rankingOf({ models, ranks, firstOnly }), 50);

  it("is the same for the same order in other slots", () => {
    expect(keyOf([4, 9, 2], [2, 1, 3])).toBe(keyOf([2, 4, 9], [3, 2, 1]));
  });

  it("tells orders, ties, lengths and Best mode apart", () => {
    const keys = [
      keyOf([1, 2, 3], [1, 2, 3]),
      keyOf([1, 2, 3], [1, 3, 2]),
      keyOf([1, 2, 3], [1, 2, 2]),
      keyOf([1, 2, 3], [1, 1, 2]),
      keyOf([1, 2, 3], [1, 1, 1]),
      keyOf([1, 2, 3], [1, 2, 3], true),
      keyOf([1, 2], [1, 2]),
      keyOf([0, 1, 2], [1, 2, 3]),
      keyOf([0, 1, 2, 3], [1, 2, 3, 4]),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("is text where a number would not be exact", () => {
    const models = Array.from({ length: 12 }, (_, model) => model);
    expect(keyOf(models, models)).toBeTypeOf("string");
  });
});
