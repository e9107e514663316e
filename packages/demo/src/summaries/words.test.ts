import { describe, expect, it } from "vitest";
import { singular, wordsOf } from "./words.ts";

describe("wordsOf", () => {
  it("drops punctuation and case but keeps an apostrophe inside a word", () => {
    expect(wordsOf("The glazier's kiln, at 1200 degrees!")).toEqual([
      "the",
      "glazier's",
      "kiln",
      "at",
      "1200",
      "degrees",
    ]);
  });

  it("splits a hyphenated word in two", () => {
    expect(wordsOf("half-timbered")).toEqual(["half", "timbered"]);
  });

  it("finds no words in bare punctuation", () => {
    expect(wordsOf("... -- !")).toEqual([]);
  });
});

describe("singular", () => {
  it.each([
    ["berries", "berry"],
    ["stones", "stone"],
    ["eels", "eel"],
    ["glass", "glass"],
    ["fungus", "fungus"],
    ["is", "i"],
  ])("maps %s to %s by the first rule that fits", (plural, expected) => {
    expect(singular(plural)).toBe(expected);
  });
});
