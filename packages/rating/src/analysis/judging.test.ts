import { describe, expect, it } from "vitest";
import { itemAt } from "../cells.ts";
import { randomIndex, seededRandom } from "../random.ts";
import { agreementByCategory, agreementOf } from "./agreement.ts";
import { holm } from "./holm.ts";
import { positionBias, slotRanks, swapConsistency } from "./position.ts";
import { scoreConsistency } from "./score-consistency.ts";
import { type Preference, wildBenchReward } from "./wild-bench.ts";

const repeat = <T>(item: T, times: number): T[] => Array<T>(times).fill(item);

describe("wildBenchReward", () => {
  it("has the published reward, skipped items in the denominator (WildBench, 1,023 items)", () => {
    const published: [Preference, number][] = [
      ["much-better", 88],
      ["slightly-better", 209],
      ["tie", 74],
      ["slightly-worse", 422],
      ["much-worse", 170],
      ["skipped", 60],
    ];
    const items = published.flatMap(([preference, times]) => repeat({ preference }, times));
    expect(wildBenchReward(items)).toBeCloseTo(-0.184262, 6);
  });

  it("reads a slight preference for a much longer output as a tie, and never a strong one", () => {
    const longer = { lengthChars: 900, baselineLengthChars: 300 };
    const shorter = { lengthChars: 300, baselineLengthChars: 900 };
    expect(wildBenchReward([{ preference: "slightly-better", ...longer }], 500)).toBe(0);
    expect(wildBenchReward([{ preference: "slightly-better", ...longer }], 600)).toBe(0.5);
    expect(wildBenchReward([{ preference: "slightly-better", ...shorter }], 500)).toBe(0.5);
    expect(wildBenchReward([{ preference: "slightly-worse", ...shorter }], 500)).toBe(0);
    expect(wildBenchReward([{ preference: "slightly-worse", ...longer }], 500)).toBe(-0.5);
    expect(wildBenchReward([{ preference: "much-better", ...longer }], 0)).toBe(1);
  });

  it("is null of nothing and refuses a margin that is no length", () => {
    expect(wildBenchReward([])).toBeNull();
    expect(() => wildBenchReward([], Number.NaN)).toThrow(expect.objectContaining({ code: "bad-option" }));
  });
});

describe("holm", () => {
  it("adjusts step by step, keeping the order and never falling (S. Holm 1979, by hand)", () => {
    const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
    expect(adjusted).toEqual([0.03, 0.06, 0.06, 0.02].map((p) => expect.closeTo(p, 12)));
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
    expect(() => holm([1.2])).toThrow(expect.objectContaining({ code: "bad-option" }));
  });
});

describe("agreement with people", () => {
  it("is kappa: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no give .4 (J. Cohen 1960, by hand)", () => {
    const items = [
      ...repeat({ judge: "yes", people: "yes" }, 20),
      ...repeat({ judge: "yes", people: "no" }, 5),
      ...repeat({ judge: "no", people: "yes" }, 10),
      ...repeat({ judge: "no", people: "no" }, 15),
    ];
    expect(agreementOf(items)).toMatchObject({
      items: 50,
      agreed: 35,
      share: 0.7,
      kappa: expect.closeTo(0.4, 12),
    });
  });

  it("gives kappa the interval that resampling the items gives it", () => {
    const items = [
      ...repeat({ judge: "a", people: "a" }, 40),
      ...repeat({ judge: "a", people: "b" }, 12),
      ...repeat({ judge: "b", people: "b" }, 30),
      ...repeat({ judge: "b", people: "tie" }, 9),
      ...repeat({ judge: "tie", people: "a" }, 4),
      ...repeat({ judge: "tie", people: "tie" }, 15),
    ];
    const random = seededRandom("kappa");
    const kappas = Array.from({ length: 4_000 }, () => {
      const drawn = items.map(() => itemAt(items, randomIndex(random, items.length)));
      return agreementOf(drawn).kappa ?? Number.NaN;
    });
    const mean = kappas.reduce((sum, value) => sum + value, 0) / kappas.length;
    const sd = Math.sqrt(kappas.reduce((sum, value) => sum + (value - mean) ** 2, 0) / kappas.length);
    const { kappa, lower, upper } = agreementOf(items);
    expect(((upper ?? 0) - (lower ?? 0)) / (2 * 1.96 * sd)).toBeCloseTo(1, 1);
    expect(((upper ?? 0) + (lower ?? 0)) / 2).toBeCloseTo(kappa ?? 0, 9);
  });

  it("has no kappa when chance alone agrees, and says what an agreement costs", () => {
    const items = repeat({ judge: "a", people: "a", costUsd: 0.02 }, 4);
    expect(agreementOf(items)).toMatchObject({ kappa: null, costPerAgreementUsd: expect.closeTo(0.02, 12) });
    expect(agreementOf([])).toEqual({
      items: 0,
      agreed: 0,
      share: null,
      kappa: null,
      lower: null,
      upper: null,
      costPerAgreementUsd: null,
    });
  });

  it("comes per category", () => {
    const by = agreementByCategory([
      { judge: "a", people: "a", category: "code" },
      { judge: "a", people: "b", category: "prose" },
      { judge: "b", people: "b" },
    ]);
    expect([...by].map(([category, { share }]) => [category, share])).toEqual([
      ["code", 1],
      ["prose", 0],
    ]);
  });
});

describe("position bias", () => {
  it("is the first slot's share of decided duels, with Wilson's interval (8 of 10: .490 to .943)", () => {
    const bias = positionBias([...repeat([1, 2], 8), ...repeat([2, 1], 2), [1, 1]]);
    expect(bias).toMatchObject({ decided: 10, firstShare: 0.8 });
    expect(bias.lower).toBeCloseTo(0.4902, 4);
    expect(bias.upper).toBeCloseTo(0.9433, 4);
    expect(bias.p).toBeCloseTo(0.0578, 4);
    expect(positionBias([[1, 1]])).toEqual({
      decided: 0,
      firstShare: null,
      lower: null,
      upper: null,
      p: null,
    });
    expect(() => positionBias([[1, 2, 3]])).toThrow(expect.objectContaining({ code: "not-a-duel" }));
  });

  it("in K-wise battles is a mean rank away from the middle", () => {
    const ranks = slotRanks([
      [1, 2, 3],
      [1, 3, 3],
    ]);
    expect(ranks).toMatchObject({ mean: [1, 2.25, 2.75], fair: 2 });
  });

  it("tests the slots of rankings: 10 of [1, 2, 3] have chi-square 20 with 2 degrees, p e^-10 (by hand)", () => {
    expect(slotRanks(repeat([1, 2, 3], 10)).p).toBeLessThan(2e-4);
    // Mean ranks 1.6, 2, 2.4: chi-square 3.2, p = e^-1.6 = .2019.
    const mild = [...repeat([1, 2, 3], 7), ...repeat([3, 2, 1], 3)];
    expect(slotRanks(mild).p).toBeCloseTo(0.2019, 2);
    expect(slotRanks([...repeat([1, 2, 3], 5), ...repeat([3, 2, 1], 5)]).p).toBeGreaterThan(0.95);
    expect(slotRanks([]).p).toBeNull();
  });

  it("shows in duels judged in both orders", () => {
    const duels = [
      { inOrder: "a", swapped: "a" },
      { inOrder: "tie", swapped: "tie" },
      { inOrder: "a", swapped: "b" },
      { inOrder: "b", swapped: "a" },
      { inOrder: "a", swapped: "tie" },
    ] as const;
    expect(swapConsistency(duels)).toEqual({
      duels: 5,
      consistent: 2,
      firstTwice: 1,
      secondTwice: 1,
      share: 0.4,
    });
    expect(swapConsistency([]).share).toBeNull();
  });
});

describe("scoreConsistency", () => {
  it("is Kendall's tau-b of scores and ranks (by hand)", () => {
    expect(scoreConsistency([{ scores: [9, 7, 5], ranks: [1, 2, 3] }]).tau).toBeCloseTo(1, 12);
    expect(scoreConsistency([{ scores: [9, 7, 5], ranks: [3, 2, 1] }]).tau).toBeCloseTo(-1, 12);
    const mixed = scoreConsistency([{ scores: [9, 7, 7], ranks: [1, 2, 3] }]);
    expect(mixed).toMatchObject({ concordant: 2, discordant: 0, tied: 1 });
    expect(mixed.tau).toBeCloseTo(2 / Math.sqrt(6), 12);
    expect(scoreConsistency([{ scores: [1, 1], ranks: [1, 2] }]).tau).toBeNull();
    expect(() => scoreConsistency([{ scores: [1], ranks: [1, 2] }])).toThrow();
  });
});
