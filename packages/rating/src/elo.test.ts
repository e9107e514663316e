import { describe, expect, it } from "vitest";
import { eloRatings } from "./elo.ts";
import { order, tiers } from "./made-ballots.ts";

describe("eloRatings", () => {
  it("moves two equals by half of K: 1016 / 984 at K 32 (A. Elo, 1978)", () => {
    expect([...eloRatings(2, [order(0, 1)], { k: 32 })]).toEqual([1016, 984]);
  });

  it("moves nobody when equals tie, and the favourite down when it ties an underdog", () => {
    expect([...eloRatings(2, [tiers([0, 1])])]).toEqual([1000, 1000]);
    const [favourite = 0, underdog = 0] = eloRatings(2, [order(0, 1), tiers([0, 1])]);
    expect(favourite).toBeLessThan(1002);
    expect(favourite + underdog).toBeCloseTo(2000, 9);
  });

  it("depends on the order of the votes", () => {
    const [a, b] = [order(0, 1), order(1, 0)];
    expect(eloRatings(2, [a, b])[0]).not.toBe(eloRatings(2, [b, a])[0]);
  });

  it("reads a battle of three as its pairs, all from the ratings before it", () => {
    expect([...eloRatings(3, [order(2, 0, 1)], { k: 20 })]).toEqual([1000, 980, 1020]);
  });
});
