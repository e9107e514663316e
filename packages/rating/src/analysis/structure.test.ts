import { describe, expect, it } from "vitest";
import { order, randomDuels, tiers } from "../made-ballots.ts";
import { addBallotToCounts, emptyCounts, type PairCounts } from "../pair-counts.ts";
import { seededRandom } from "../random.ts";
import { rateCounts } from "../rate.ts";
import { cyclicTriads } from "./cyclic-triads.ts";
import { cyclicityOf } from "./general-preference.ts";
import { robustnessOfFirst } from "./robustness.ts";
import { vonNeumannWinner, winRates } from "./von-neumann.ts";

/** Counts of `votes` duels per pair that split as the rates say. */
function countsOf(rates: readonly (readonly number[])[], votes: number): PairCounts {
  const counts = emptyCounts(rates.length);
  rates.forEach((row, i) => {
    row.forEach((rate, j) => {
      if (i !== j) counts.wins[i * rates.length + j] = rate * votes;
    });
  });
  return counts;
}

const CYCLE = [
  [0.5, 0.7, 0.4, 1],
  [0.3, 0.5, 0.8, 1],
  [0.6, 0.2, 0.5, 1],
  [0, 0, 0, 0.5],
];

describe("vonNeumannWinner", () => {
  it("of a cycle .7 / .8 / .6 and a dud is 1/2, 1/6, 1/3, 0 (solved by hand)", () => {
    const winner = vonNeumannWinner(CYCLE.flat(), 4);
    expect(winner).toEqual([1 / 2, 1 / 6, 1 / 3, 0].map((share) => expect.closeTo(share, 10)));
  });

  it("is the model that beats all others, where there is one", () => {
    expect(vonNeumannWinner([0.5, 0.6, 0.4, 0.5], 2)).toEqual([1, 0]);
    expect(vonNeumannWinner([0.5], 1)).toEqual([1]);
    expect(vonNeumannWinner([], 0)).toEqual([]);
  });

  it("is beaten by no model, whatever the win matrix", () => {
    const random = seededRandom("games");
    for (let game = 0; game < 60; game++) {
      const n = 2 + (game % 12);
      const rates = Array<number>(n * n).fill(0.5);
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < i; j++) {
          rates[i * n + j] = game % 3 === 0 ? Math.round(random()) : random();
          rates[j * n + i] = 1 - (rates[i * n + j] ?? 0);
        }
      }
      const winner = vonNeumannWinner(rates, n);
      expect(winner.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
      for (let rival = 0; rival < n; rival++) {
        const beats = winner.reduce((sum, share, i) => sum + share * (rates[i * n + rival] ?? 0), 0);
        expect(beats).toBeGreaterThan(0.5 - 1e-9);
      }
    }
  });

  it("refuses rates that are not shares of one whole", () => {
    expect(() => vonNeumannWinner([0.5, 0.6, 0.6, 0.5], 2)).toThrow(
      expect.objectContaining({ code: "bad-counts" }),
    );
    expect(() => vonNeumannWinner([0.5], 2)).toThrow(expect.objectContaining({ code: "bad-counts" }));
  });
});

describe("winRates", () => {
  it("counts ties half and is even for pairs that never met", () => {
    const counts = emptyCounts(3);
    for (const duel of [order(0, 1), order(0, 1), tiers([0, 1]), order(1, 0)])
      addBallotToCounts(counts, duel);
    expect(winRates(counts)).toEqual([0.5, 0.625, 0.5, 0.375, 0.5, 0.5, 0.5, 0.5, 0.5]);
  });
});

describe("cyclicTriads", () => {
  it("finds the circle and names it in the order of the wins", () => {
    expect(cyclicTriads(countsOf(CYCLE, 10))).toEqual({
      triads: 4,
      cyclic: 1,
      share: 0.25,
      cycles: [[0, 1, 2]],
    });
  });

  it("finds none where strengths explain everything, and looks at no even pair", () => {
    const line = cyclicTriads(
      countsOf(
        [
          [0.5, 0.7, 0.9],
          [0.3, 0.5, 0.7],
          [0.1, 0.3, 0.5],
        ],
        10,
      ),
    );
    expect(line).toMatchObject({ triads: 1, cyclic: 0, share: 0 });
    expect(cyclicTriads(emptyCounts(4)).share).toBeNull();
  });
});

describe("cyclicityOf", () => {
  it("sees a circle that Bradley-Terry cannot", () => {
    const circle = cyclicityOf(
      countsOf(
        [
          [0.5, 0.8, 0.2],
          [0.2, 0.5, 0.8],
          [0.8, 0.2, 0.5],
        ],
        100,
      ),
    );
    expect(circle.share).toBeGreaterThan(0.95);
    expect(circle.general - circle.transitive).toBeGreaterThan(30);
    expect(circle.converged).toBe(true);
    // Three pairs, two of which the strengths take.
    expect(circle.parameters).toBe(1);
  });

  it("leaves strengths alone where they suffice", () => {
    const counts = emptyCounts(5);
    for (const duel of randomDuels([2, 1, 0, -1, -2], 2000, seededRandom("line")))
      addBallotToCounts(counts, duel);
    const line = cyclicityOf(counts);
    expect(line.share).toBeLessThan(0.1);
    expect(line.general - line.transitive).toBeLessThan(8);
    expect(cyclicityOf(emptyCounts(3)).share).toBe(0);
  });
});

describe("robustnessOfFirst", () => {
  it("of two models is the lead in wins, plus one or a tie", () => {
    const counts = countsOf(
      [
        [0.5, 12],
        [9, 0.5],
      ],
      1,
    );
    expect(robustnessOfFirst(counts)).toEqual({ leader: 0, rival: 1, votes: 4 });
  });

  it.each([1, 2, 3, 4, 5, 6])(
    "finds as few votes as an exhaustive search over all of them, sample %i",
    (sample) => {
      const counts = emptyCounts(3);
      const votes = randomDuels([0.25, 0.1, 0], 40, seededRandom(`fragile ${sample}`), 0);
      for (const duel of votes) addBallotToCounts(counts, duel);
      const found = robustnessOfFirst(counts);
      const leader = (left: PairCounts): number => {
        const thetas = rateCounts(left, { method: "bradley-terry" }).models.map(({ theta }) => theta ?? -9);
        // Removed votes can leave an exact tie, which rounding must not break: the first model then leads.
        return thetas.findIndex((theta) => theta > Math.max(...thetas) - 1e-9);
      };
      expect(found.leader).toBe(leader(counts));
      expect(found.votes).toBe(exhaustive(counts, leader));
    },
  );

  it("has nothing to say of one model or none", () => {
    expect(robustnessOfFirst(emptyCounts(2))).toEqual({ leader: null, rival: null, votes: null });
  });
});

/** Fewest removals, over all ways to take votes from the six ordered pairs of three models. */
function exhaustive(counts: PairCounts, leader: (left: PairCounts) => number): number {
  const first = leader(counts);
  const cells = [1, 2, 3, 5, 6, 7];
  for (let total = 1; ; total++) {
    for (const taken of splits(total, cells.length)) {
      const left = { ...counts, wins: counts.wins.slice() };
      taken.forEach((votes, c) => {
        const cell = cells[c] ?? 0;
        left.wins[cell] = (left.wins[cell] ?? 0) - votes;
      });
      if (left.wins.every((count) => count >= 0) && leader(left) !== first) return total;
    }
  }
}

function splits(total: number, parts: number): number[][] {
  if (parts === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, own) =>
    splits(total - own, parts - 1).map((rest) => [own, ...rest]),
  ).flat();
}
