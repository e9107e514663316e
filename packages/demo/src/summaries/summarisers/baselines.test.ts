import { describe, expect, it } from "vitest";
import { read } from "../reading.ts";
import { lead } from "./lead.ts";
import { longest } from "./longest.ts";
import { random } from "./random.ts";
import { tail } from "./tail.ts";

const reading = read("One bell. Two old bells ring. Three. Four bells ring. Five.");

describe("the baselines", () => {
  it("lead keeps the first sentences", () => {
    expect(lead(reading, 2)).toEqual([0, 1]);
  });

  it("tail keeps the last sentences and none when none are wanted", () => {
    expect(tail(reading, 2)).toEqual([3, 4]);
    expect(tail(reading, 0)).toEqual([]);
  });

  it("longest keeps the sentences with the most words", () => {
    expect(longest(reading, 3)).toEqual([1, 3, 0]);
  });

  it("random keeps different sentences, the same ones each time", () => {
    const chosen = random(reading, 4);
    expect(new Set(chosen).size).toBe(4);
    expect(random(reading, 4)).toEqual(chosen);
  });

  it("random draws differently for different passages", () => {
    const draws = ["A", "B", "C", "D", "E", "F"].map((name) =>
      random(read(`${name} rings. Two ring. Three ring. Four ring. Five ring.`), 2).join(),
    );
    expect(new Set(draws).size).toBeGreaterThan(1);
  });
});
