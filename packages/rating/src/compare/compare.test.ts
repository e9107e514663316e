import { describe, expect, it } from "vitest";
import type { Ballot } from "../ballot.ts";
import { order, randomDuels, randomOrders, tiers } from "../made-ballots.ts";
import { seededRandom } from "../random.ts";
import { rate as rateByCore } from "../rate.ts";
import { glickoBeliefs } from "./glicko-2.ts";
import { openSkillBeliefs } from "./openskill.ts";
import { rate } from "./rate.ts";
import { trueSkillBeliefs } from "./trueskill.ts";

const close = (mean: number, sd: number, digits = 4) => ({
  mean: expect.closeTo(mean, digits),
  sd: expect.closeTo(sd, digits),
});

describe("methods for comparison", () => {
  it("TrueSkill rates four fresh players as the reference implementation does (trueskill.org, defaults)", () => {
    expect(trueSkillBeliefs(4, [order(0, 1, 2, 3)])).toEqual([
      close(33.2067, 6.3481, 3),
      close(27.4015, 5.7872, 3),
      close(22.5985, 5.7872, 3),
      close(16.7933, 6.3481, 3),
    ]);
  });

  it("OpenSkill rates a fresh duel by Weng & Lin's formula", () => {
    // Plackett-Luce: omega = (s^2/c) (1 - p), c^2 = 2 (s^2 + beta^2), p = 1/2; s^2 with tau added.
    const [winner, loser] = openSkillBeliefs(2, [order(0, 1)]);
    const variance = (25 / 3) ** 2 + (25 / 300) ** 2;
    const move = variance / Math.sqrt(2 * (variance + (25 / 6) ** 2)) / 2;
    expect(winner?.mean).toBeCloseTo(25 + move, 6);
    expect(loser?.mean).toBeCloseTo(25 - move, 6);
  });

  it("Glicko-2 rates a period of one won duel of equals symmetrically", () => {
    const [winner, loser] = glickoBeliefs(2, [order(0, 1)]);
    expect((winner?.mean ?? 0) + (loser?.mean ?? 0)).toBeCloseTo(3000, 6);
    expect(winner?.mean).toBeGreaterThan(1600);
    expect(winner?.sd).toBeLessThan(350);
    expect(glickoBeliefs(3, [order(0, 1)])[2]).toEqual({ mean: 1500, sd: 350 });
  });

  it("Glicko-2 moves equals that tie nowhere", () => {
    const [one, other] = glickoBeliefs(2, [tiers([0, 1])]);
    expect(one?.mean).toBeCloseTo(1500, 6);
    expect(other?.mean).toBeCloseTo(1500, 6);
  });

  it.each(["trueskill", "openskill", "glicko-2"] as const)("%s stands behind the same door", (method) => {
    const ballots: Ballot[] = [
      ...randomDuels([2, 1, 0, -1, -2], 300, seededRandom("compare")),
      ...randomOrders([2, 1, 0, -1, -2], 4, 60, seededRandom("compare four")),
      tiers([0, 1], [2]),
      { models: [0, 2, 3], ranks: [1, 2, 2], firstOnly: true },
    ];
    const rating = rate(6, ballots, { method });
    expect(rating.interval.kind).toBe("posterior");
    const points = rating.models.slice(0, 5).map((model) => model.rating ?? Number.NaN);
    expect(points).toEqual(points.toSorted((a, b) => b - a));
    expect(points.reduce((a, b) => a + b) / 5).toBeCloseTo(1000, 6);
    expect((points[0] ?? 0) - (points[4] ?? 0)).toBeGreaterThan(300);
    expect((points[0] ?? 0) - (points[4] ?? 0)).toBeLessThan(1100);
    expect(rating.models[5]?.rating).toBeNull();
    expect(() => rate(2, [{ models: [0], ranks: [] }], { method })).toThrow(
      expect.objectContaining({ code: "bad-ballot" }),
    );
  });

  it("leaves the other methods to the core", () => {
    const duels = randomDuels([1, 0, -1], 60, seededRandom("core"));
    expect(rate(3, duels, { method: "elo" })).toEqual(rateByCore(3, duels, { method: "elo" }));
  });
});
