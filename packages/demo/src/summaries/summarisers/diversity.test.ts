import { describe, expect, it } from "vitest";
import { read } from "../reading.ts";
import { divergence, klSum } from "./kl-sum.ts";
import { mmr } from "./mmr.ts";

const counts = (entries: Record<string, number>) => new Map(Object.entries(entries));

describe("mmr", () => {
  it("passes over a repeated sentence for a less relevant new one", () => {
    // Relevance .945, .945, .756; after the first, the copy is worth .361 and the other .379.
    expect(mmr(read("Amber bronze. Amber bronze. Amber copper."), 2)).toEqual([0, 2]);
  });
});

describe("klSum", () => {
  it("has divergence 0 from the same spread of words", () => {
    expect(divergence(counts({ sea: 2, eel: 2 }), counts({ sea: 1, eel: 1 }))).toBeCloseTo(0, 12);
  });

  it("has the divergence worked out by hand when a word is missing", () => {
    const [q1, q2] = [1.01 / 1.02, 0.01 / 1.02];
    const expected = 0.5 * Math.log(0.5 / q1) + 0.5 * Math.log(0.5 / q2);
    expect(divergence(counts({ sea: 1, eel: 1 }), counts({ sea: 1 }))).toBeCloseTo(expected, 12);
  });

  it("begins with the sentence spread most like the passage", () => {
    expect(klSum(read("Sea sea. Eel. Sea sea eel eel."), 1)).toEqual([2]);
  });
});
