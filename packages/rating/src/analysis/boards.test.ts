import { describe, expect, it } from "vitest";
import type { Ballot } from "../ballot.ts";
import { order, randomDuels, randomOrders } from "../made-ballots.ts";
import { seededRandom } from "../random.ts";
import { rate } from "../rate.ts";
import { winProbability } from "../scale.ts";
import { shrinkBoards, weightedBoard } from "./combine-boards.ts";
import { criterionTests } from "./criterion-tests.ts";
import { rateStyled, type StyledDuel, styleDifference } from "./style-control.ts";
import { voterGroups } from "./voter-groups.ts";

const thetas = (models: readonly { theta: number | null }[]): number[] =>
  models.map(({ theta }) => theta ?? Number.NaN);
const near = (values: readonly number[], digits: number) =>
  values.map((value) => expect.closeTo(value, digits));

describe("rateStyled", () => {
  const THETA = [0.8, 0.2, -0.3, -0.7];
  const LENGTH = [900, 200, 700, 300];

  /** Voters who like length by 1.2 nats per normalised difference, and the first slot by .4. */
  function styled(votes: number, seed: string): StyledDuel[] {
    const random = seededRandom(seed);
    return randomDuels([0, 0, 0, 0], votes, random, 0).map(({ models: [a = 0, b = 0] }) => {
      const [la, lb] = [a, b].map((model) => Math.round((LENGTH[model] ?? 0) * (0.6 + 0.8 * random())));
      const pull = 1.2 * styleDifference(la ?? 0, lb ?? 0) + 0.4;
      const won = random() < winProbability((THETA[a] ?? 0) - (THETA[b] ?? 0) + pull);
      const ballot: Ballot = { models: [a, b], ranks: won ? [1, 2] : [2, 1] };
      return { ballot, features: [[la ?? 0], [lb ?? 0]] };
    });
  }

  it("gives each model the strength it has apart from its style", () => {
    const duels = styled(6000, "style");
    const { rating, coefficients } = rateStyled(4, duels, { position: true });
    const found = thetas(rating.models);
    found.forEach((theta, i) => {
      expect(Math.abs(theta - (THETA[i] ?? 0))).toBeLessThan(4 * (rating.models[i]?.sd ?? 0));
    });
    const plain = thetas(
      rate(
        4,
        duels.map(({ ballot }) => ballot),
        { method: "bradley-terry" },
      ).models,
    );
    expect(plain[0]).toBeGreaterThan((found[0] ?? 0) + 0.2);
    expect(coefficients[1]?.value).toBeCloseTo(0.4, 0);
    // Covariates are in standard deviations, so the coefficient is 1.2 of them.
    const differences = duels.map(({ features: [[a = 0], [b = 0]] }) => styleDifference(a, b));
    const spread = Math.sqrt(differences.reduce((sum, value) => sum + value ** 2, 0) / differences.length);
    expect(Math.abs((coefficients[0]?.value ?? 0) - 1.2 * spread)).toBeLessThan(0.3);
    expect((coefficients[0]?.value ?? 0) / (coefficients[0]?.sd ?? 1)).toBeGreaterThan(5);
  });

  it("without features is Bradley-Terry", () => {
    const duels = randomDuels([1, 0, -1], 120, seededRandom("plain"));
    const { rating } = rateStyled(
      3,
      duels.map((ballot) => ({ ballot, features: [[], []] })),
    );
    const plain = rate(3, duels, { method: "bradley-terry" });
    expect(thetas(rating.models)).toEqual(near(thetas(plain.models), 5));
    expect(rating.models.map(({ sd }) => sd)).toEqual(
      near(
        plain.models.map(({ sd }) => sd ?? 0),
        5,
      ),
    );
  });

  it("shrinks the coefficients as its strength says, to nothing in the end", () => {
    const duels = styled(4000, "shrunk");
    const at = (strength: number): number => rateStyled(4, duels, { strength }).coefficients[0]?.value ?? 0;
    expect(at(0.1)).toBeGreaterThan(at(100));
    expect(at(1e7)).toBeCloseTo(0, 4);
  });

  it("normalises by the sum and reads 0/0 as 0", () => {
    expect([styleDifference(3, 1), styleDifference(0, 0), styleDifference(0, 7)]).toEqual([0.5, 0, -1]);
  });

  it("rates nothing from nothing, and refuses features that do not fit", () => {
    expect(rateStyled(2, []).rating.models[0]?.rating).toBeNull();
    const ballot = order(0, 1);
    for (const features of [
      [[1], [1, 2]],
      [[-1], [1]],
      [[Number.NaN], [1]],
    ] as const) {
      expect(() => rateStyled(2, [{ ballot, features }])).toThrow(
        expect.objectContaining({ code: "bad-ballot" }),
      );
    }
    expect(() => rateStyled(3, [{ ballot: order(0, 1, 2), features: [[], []] }])).toThrow(
      expect.objectContaining({ code: "not-a-duel" }),
    );
  });
});

/** The same ballot, one model further down the list. */
const lowered = (ballot: Ballot): Ballot => ({ ...ballot, models: ballot.models.map((model) => model + 1) });

describe("shrinkBoards", () => {
  const overall = rate(4, randomDuels([1, 0.3, -0.3, -1], 1500, seededRandom("overall")), {
    method: "bradley-terry",
  });
  const small = rate(4, randomDuels([1, 0.3, -0.3, -1], 40, seededRandom("small")), {
    method: "bradley-terry",
  });

  it("pulls a thin category to the overall board and narrows its intervals", () => {
    const [shrunk] = shrinkBoards(overall, [small]);
    const all = thetas(overall.models);
    thetas(shrunk?.models ?? []).forEach((theta, i) => {
      const raw = small.models[i]?.theta ?? 0;
      expect(Math.abs(theta - (all[i] ?? 0))).toBeLessThan(Math.abs(raw - (all[i] ?? 0)) + 0.05);
      expect(shrunk?.models[i]?.sd).toBeLessThan(small.models[i]?.sd ?? 0);
    });
    expect(shrunk?.models[0]?.games).toBe(small.models[0]?.games);
  });

  it("mixes the spreads as it mixes the ratings", () => {
    const two = (gap: number, votes: number, seed: string) =>
      rate(2, randomDuels([gap, -gap], votes, seededRandom(seed)), { method: "bradley-terry" });
    const [all, own] = [two(0.2, 400, "all"), two(1, 60, "own")];
    const [shrunk] = shrinkBoards(all, [own]);
    const [a, o, s] = [all, own, shrunk].map((board) => board?.models[0]);
    const trust = ((s?.theta ?? 0) - (a?.theta ?? 0)) / ((o?.theta ?? 0) - (a?.theta ?? 0));
    expect(trust).toBeGreaterThan(0.3);
    expect(trust).toBeLessThan(0.98);
    expect(s?.sd).toBeCloseTo(Math.hypot(Math.sqrt(trust) * (o?.sd ?? 0), (1 - trust) * (a?.sd ?? 0)), 9);
  });

  it("leaves a category that is truly different and well known nearly as it is", () => {
    const other = rate(4, randomDuels([-1, -0.3, 0.3, 1], 4000, seededRandom("other")), {
      method: "bradley-terry",
    });
    const [shrunk] = shrinkBoards(overall, [other]);
    expect(thetas(shrunk?.models ?? [])).toEqual(near(thetas(other.models), 1));
  });

  it("leaves a model that the category never saw without a rating, and compares the others on one scale", () => {
    const weak = rate(4, randomDuels([0.3, -0.3, -1], 4000, seededRandom("three")).map(lowered), {
      method: "bradley-terry",
    });
    const [shrunk] = shrinkBoards(overall, [weak]);
    expect(shrunk?.models[0]).toMatchObject({ rating: null, games: 0, provisional: true });
    // The category agrees with the overall board about its three models, so hardly anything moves.
    const gaps = [1, 2].map((i) => (shrunk?.models[i]?.theta ?? 0) - (shrunk?.models[i + 1]?.theta ?? 0));
    const own = [1, 2].map((i) => (weak.models[i]?.theta ?? 0) - (weak.models[i + 1]?.theta ?? 0));
    expect(gaps).toEqual(near(own, 1));
    const sum = thetas(shrunk?.models.slice(1) ?? []).reduce((total, theta) => total + theta, 0);
    expect(sum).toBeCloseTo(0, 9);
  });
});

describe("weightedBoard", () => {
  const quality = rate(3, randomDuels([1, 0, -1], 200, seededRandom("quality")), { method: "bradley-terry" });
  const speed = rate(3, randomDuels([-1, 0, 1], 200, seededRandom("speed")), { method: "bradley-terry" });

  it("is the weighted mean of the criteria", () => {
    const board = weightedBoard([quality, speed], [3, 1]);
    const expected = thetas(quality.models).map(
      (theta, i) => (3 * theta + (speed.models[i]?.theta ?? 0)) / 4,
    );
    expect(thetas(board.models)).toEqual(near(expected, 9));
    expect(thetas(weightedBoard([quality, speed], [1, 0]).models)).toEqual(near(thetas(quality.models), 9));
  });

  it("leaves out a model that a criterion does not know, and refuses weights that make no sense", () => {
    const partial = rate(3, [order(0, 1), order(1, 0)], { method: "bradley-terry" });
    expect(weightedBoard([quality, partial], [1, 1]).models[2]?.rating).toBeNull();
    expect(() => weightedBoard([quality, speed], [0, 0])).toThrow(
      expect.objectContaining({ code: "bad-weight" }),
    );
    expect(() => weightedBoard([], [])).toThrow(expect.objectContaining({ code: "bad-option" }));
  });
});

describe("criterionTests", () => {
  it("tells a criterion with a difference from one without, adjusted for their number", () => {
    const random = seededRandom("criteria");
    const criteria = [randomDuels([1, -1, 0], 400, random), randomDuels([0, 0, 0], 400, random), []];
    const [first, second, third] = criterionTests(3, criteria, 0, 1);
    expect(first?.difference).toBeGreaterThan(1.3);
    expect(first?.adjusted).toBeLessThan(0.001);
    expect(first?.adjusted).toBeGreaterThanOrEqual(first?.p ?? 1);
    expect(second?.p).toBeGreaterThan(0.05);
    expect(third).toEqual({ difference: null, sd: null, p: null, adjusted: null });
    expect(() => criterionTests(3, criteria, 1, 1)).toThrow(expect.objectContaining({ code: "bad-option" }));
  });

  it("rejects a true null in about 5 of 100 samples", () => {
    let rejected = 0;
    for (let sample = 0; sample < 200; sample++) {
      const random = seededRandom(`null ${sample}`);
      const [test] = criterionTests(3, [randomDuels([0.4, 0.4, -0.8], 200, random)], 0, 1);
      if ((test?.p ?? 1) < 0.05) rejected++;
    }
    expect(rejected).toBeGreaterThan(1);
    expect(rejected).toBeLessThan(24);
  });
});

describe("voterGroups", () => {
  const LIKES = [1.8, 0.6, -0.6, -1.8];

  function crowd(): Ballot[] {
    const random = seededRandom("crowd");
    return Array.from({ length: 60 }, (_, cluster) => {
      const theta = cluster < 40 ? LIKES : LIKES.toReversed();
      return randomOrders(theta, 3, 12, random).map((ballot) => ({ ...ballot, cluster }));
    }).flat();
  }

  it("finds two groups that want the opposite, who belongs to them, and that two are enough", () => {
    const found = voterGroups(4, crowd(), { groups: 2, seed: 1 });
    expect(found.groups[0]?.share).toBeCloseTo(2 / 3, 1);
    expect(found.groups[0]?.theta[0]).toBeGreaterThan(1);
    expect(found.groups[1]?.theta[0]).toBeLessThan(-1);
    const inFirst = found.voters.filter(({ probabilities }) => (probabilities[0] ?? 0) > 0.5);
    expect(inFirst.every(({ cluster }) => (cluster ?? 99) < 40)).toBe(true);
    expect(inFirst).toHaveLength(40);
    const [one, three] = [1, 3].map((groups) => voterGroups(4, crowd(), { groups, seed: 1 }).bic);
    expect(found.bic).toBeLessThan(one ?? 0);
    expect(found.bic).toBeLessThan(three ?? 0);
  });

  it("repeats for the same seed, and of one group is the board of all", () => {
    expect(voterGroups(4, crowd(), { groups: 2 })).toEqual(voterGroups(4, crowd(), { groups: 2 }));
    const [all] = voterGroups(4, crowd(), { groups: 1 }).groups;
    expect(all?.theta).toEqual(near(thetas(rate(4, crowd(), { method: "plackett-luce" }).models), 4));
  });

  it("survives no ballot and refuses no group", () => {
    expect(voterGroups(2, [], { groups: 2 }).groups[0]?.theta).toEqual([null, null]);
    expect(() => voterGroups(2, [], { groups: 0 })).toThrow(expect.objectContaining({ code: "bad-option" }));
  });
});
