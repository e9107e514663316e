import { describe, expect, it } from "vitest";
import { read } from "../reading.ts";
import { lexRank } from "./lex-rank.ts";
import { lsa, strongestTopics } from "./lsa.ts";
import { similarity, textRank } from "./text-rank.ts";

const chain = read("Sea salt. Salt eel. Eel river. Moon.");

describe("textRank", () => {
  it("divides the shared words by the logarithms of the lengths", () => {
    expect(similarity(["sea", "salt", "eel"], ["eel", "salt", "river", "moon"])).toBeCloseTo(
      2 / Math.log(12),
      12,
    );
  });

  it("finds no likeness between sentences of one word", () => {
    expect(similarity(["sea"], ["sea"])).toBe(0);
  });

  it("puts the middle of a chain first and the stranger last", () => {
    expect(textRank(chain, 4)).toEqual([1, 0, 2, 3]);
  });
});

describe("lexRank", () => {
  it("puts the middle of a chain first", () => {
    expect(lexRank(chain, 1)).toEqual([1]);
  });

  it("does not count a word that every sentence has", () => {
    // With the sea counted the two short sentences would be the most alike.
    expect(lexRank(read("Sea moon fog rain. Sea salt. Sea eel."), 1)).toEqual([0]);
  });
});

describe("lsa", () => {
  it("finds the eigenpairs of a symmetric matrix", () => {
    // [[2, 1], [1, 2]] has eigenvalues 3 and 1 along (1, 1) and (1, -1).
    const [first, second] = strongestTopics([
      [2, 1],
      [1, 2],
    ]);
    expect(first?.value).toBeCloseTo(3, 9);
    expect(first?.vector[0]).toBeCloseTo(Math.SQRT1_2, 6);
    expect(second?.value).toBeCloseTo(1, 9);
    expect(second?.vector[0]).toBeCloseTo(-(second?.vector[1] ?? 0), 6);
  });

  it("leaves out topics below half of the highest singular value", () => {
    const topics = strongestTopics([
      [4, 0],
      [0, 0.9],
    ]);
    expect(topics).toHaveLength(1);
  });

  it("keeps the sentences of the leading topic", () => {
    expect(lsa(read("Moon. Sea salt eel. Sea salt river. Fog."), 2)).toEqual([1, 2]);
  });
});
