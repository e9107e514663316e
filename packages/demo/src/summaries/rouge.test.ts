import { describe, expect, it } from "vitest";
import { rouge1, rougeL } from "./rouge.ts";

// Lin (2004), section 3.1: S1 is the reference; S2 shares a subsequence of 3 words with it, S3 of 2.
const s1 = "police killed the gunman";
const s2 = "police kill the gunman";
const s3 = "the gunman kill police";
const s4 = "the gunman police killed";

describe("rouge1", () => {
  it("counts shared words whatever their order", () => {
    expect(rouge1(s2, s1)).toEqual({ precision: 0.75, recall: 0.75, f1: 0.75 });
    expect(rouge1(s4, s1).f1).toBe(1);
  });

  it("counts a repeated word only as often as the reference has it", () => {
    // 1 shared of 4 found and 2 wanted: P 1/4, R 1/2, F1 2/6.
    expect(rouge1("sea sea sea sea", "the sea")).toEqual({ precision: 0.25, recall: 0.5, f1: 1 / 3 });
  });

  it("takes a plural for its singular", () => {
    expect(rouge1("Eels!", "eel").f1).toBe(1);
  });

  it("is 0 for an empty text and for a stranger", () => {
    expect(rouge1("", s1).f1).toBe(0);
    expect(rouge1("sunny weather", s1).f1).toBe(0);
  });
});

describe("rougeL", () => {
  it.each([
    [s2, 3 / 4],
    [s3, 2 / 4],
    [s4, 2 / 4],
  ])("gives Lin's example %s the score %d", (candidate, expected) => {
    expect(rougeL(candidate, s1).f1).toBeCloseTo(expected, 12);
  });

  it("is 1 for the reference itself", () => {
    expect(rougeL(s1, s1)).toEqual({ precision: 1, recall: 1, f1: 1 });
  });

  it("weighs unequal lengths: 2 of 2 found and 4 wanted", () => {
    expect(rougeL("police gunman", s1)).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3 });
  });
});
