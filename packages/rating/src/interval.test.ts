import { describe, expect, it } from "vitest";
import { quantile, rankRanges } from "./interval.ts";
import { seededRandom } from "./random.ts";

describe("rankRanges", () => {
  it("counts who lies wholly above and wholly below", () => {
    const ranges = rankRanges([900, 1040, 950], [960, 1100, 1050]);
    expect(ranges).toEqual([
      { lower: 2, upper: 3 },
      { lower: 1, upper: 2 },
      { lower: 1, upper: 3 },
    ]);
  });

  it("gives models without intervals the same rank when their ratings are equal up to rounding", () => {
    const ratings = [1000, 1000 + 1e-10, 1200];
    expect(rankRanges(ratings, ratings).map(({ lower }) => lower)).toEqual([2, 2, 1]);
  });

  it("agrees with counting one by one", () => {
    const random = seededRandom("ranges");
    const lower = Array.from({ length: 40 }, () => random() * 10);
    const upper = lower.map((low) => low + random() * 2);
    const naive = lower.map((low, i) => ({
      lower: 1 + lower.filter((other) => other > (upper[i] ?? 0)).length,
      upper: 40 - upper.filter((other) => other < low).length,
    }));
    expect(rankRanges(lower, upper)).toEqual(naive);
  });
});

describe("quantile", () => {
  it("interpolates between neighbours", () => {
    const sorted = Float64Array.of(0, 10, 20, 30);
    expect(quantile(sorted, 0)).toBe(0);
    expect(quantile(sorted, 0.5)).toBe(15);
    expect(quantile(sorted, 1)).toBe(30);
  });
});
