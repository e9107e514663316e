import { describe, expect, it } from "vitest";
import { cosine, countsOf, inverseFrequencies, weighted } from "./term-vector.ts";

describe("term vectors", () => {
  it("have cosine 1 with themselves, 0 with strangers and with nothing", () => {
    const sea = countsOf(["sea", "salt", "sea"]);
    expect(cosine(sea, sea)).toBeCloseTo(1, 12);
    expect(cosine(sea, countsOf(["hill"]))).toBe(0);
    expect(cosine(sea, new Map())).toBe(0);
  });

  it("have the cosine worked out by hand: (2,1).(1,1) / (sqrt 5 * sqrt 2)", () => {
    expect(cosine(countsOf(["sea", "sea", "salt"]), countsOf(["sea", "salt"]))).toBeCloseTo(
      3 / Math.sqrt(10),
      12,
    );
  });

  it("weigh a term of every sentence nothing and a term of one of two sentences ln 2", () => {
    const weights = inverseFrequencies([["eel", "eel", "sea"], ["sea"]]);
    expect(weights.get("sea")).toBe(0);
    expect(weights.get("eel")).toBeCloseTo(Math.LN2, 12);
    expect(weighted(["eel", "eel", "sea"], weights).get("eel")).toBeCloseTo(2 * Math.LN2, 12);
  });
});
