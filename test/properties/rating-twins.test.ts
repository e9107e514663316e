import {
  addBallotToCounts,
  type Ballot,
  eloRatings,
  emptyCounts,
  rate,
  rateCounts,
  rateRankings,
  seededRandom,
} from "@agon/rating";
import { cyclicTriads, holm, vonNeumannWinner, winRates } from "@agon/rating/analysis";
import { initialPosterior, proposeSet, refitPosterior, updatePosterior } from "@agon/rating/live";
import fc from "fast-check";
import { expect, it } from "vitest";
import { SIZE, someBallots, someDuels } from "./rating-ballots.ts";

const runs = { numRuns: 80 };
const near = (values: readonly number[], digits: number) =>
  values.map((value) => expect.closeTo(value, digits));

function countsOf(duels: readonly Ballot[]) {
  const counts = emptyCounts(SIZE);
  for (const duel of duels) addBallotToCounts(counts, duel);
  return counts;
}

/** 1 when the first model of a duel won, 1/2 for a tie. */
function pointsOf({ ranks: [first = 0, second = 0] }: Ballot): number {
  return first < second ? 1 : first > second ? 0 : 0.5;
}

it("Elo is what the schoolbook says, vote by vote", () => {
  fc.assert(
    fc.property(someDuels, (duels) => {
      const ratings = Array<number>(SIZE).fill(1000);
      for (const duel of duels) {
        const [a = 0, b = 0] = duel.models;
        const expected = 1 / (1 + 10 ** (((ratings[b] ?? 0) - (ratings[a] ?? 0)) / 400));
        const change = 4 * (pointsOf(duel) - expected);
        ratings[a] = (ratings[a] ?? 0) + change;
        ratings[b] = (ratings[b] ?? 0) - change;
      }
      expect([...eloRatings(SIZE, duels)]).toEqual(near(ratings, 9));
    }),
    runs,
  );
});

it("the win rate is points and two average battles over battles and two", () => {
  fc.assert(
    fc.property(someDuels, (duels) => {
      const rates = Array.from({ length: SIZE }, (_, model) => {
        const own = duels.filter(({ models }) => models.includes(model));
        const points = own.map((duel) => (duel.models[0] === model ? pointsOf(duel) : 1 - pointsOf(duel)));
        return (points.reduce((a, b) => a + b, 0) + 1) / (own.length + 2);
      });
      const active = rates.flatMap((rate, model) =>
        duels.some(({ models }) => models.includes(model)) ? [rate] : [],
      );
      const logits = active.map((rate) => Math.log(rate / (1 - rate)));
      const mean = logits.reduce((a, b) => a + b, 0) / logits.length;
      const found = rate(SIZE, duels, { method: "win-rate" }).models.flatMap(({ theta }) => theta ?? []);
      expect(found).toEqual(
        near(
          logits.map((logit) => logit - mean),
          9,
        ),
      );
    }),
    runs,
  );
});

it("counts, unique rankings and raw ballots say the same", () => {
  fc.assert(
    fc.property(someDuels, (duels) => {
      const raw = rate(SIZE, duels, { method: "bradley-terry" });
      expect(rateCounts(countsOf(duels), { method: "bradley-terry" })).toEqual(raw);
      const counted = duels.map((ballot) => ({ ballot, count: 1 }));
      expect(rateRankings(SIZE, counted, { method: "plackett-luce" })).toEqual(
        rate(SIZE, duels, { method: "plackett-luce" }),
      );
    }),
    runs,
  );
});

it("at the Bradley-Terry ratings every model has won as much as it was expected to", () => {
  fc.assert(
    fc.property(someDuels, (duels) => {
      const rating = rate(SIZE, duels, { method: "bradley-terry" });
      const theta = rating.models.map((model) => model.theta ?? 0);
      const precision = rating.priorSd === undefined ? 0 : 1 / rating.priorSd ** 2;
      const surplus = Array<number>(SIZE).fill(0);
      for (const duel of duels) {
        const [a = 0, b = 0] = duel.models;
        const gained = pointsOf(duel) - 1 / (1 + Math.exp((theta[b] ?? 0) - (theta[a] ?? 0)));
        surplus[a] = (surplus[a] ?? 0) + gained;
        surplus[b] = (surplus[b] ?? 0) - gained;
      }
      expect(surplus.map((value, model) => value - precision * (theta[model] ?? 0))).toEqual(
        near(Array<number>(SIZE).fill(0), 6),
      );
    }),
    runs,
  );
});

it("a posterior that took a ballot is the posterior of that ballot alone, refitted", () => {
  fc.assert(
    fc.property(someBallots, (ballots) => {
      const plain = { careful: 1, empirical: false };
      for (const ballot of ballots.slice(0, 3)) {
        // Refits know the law of ties, single updates share the stage: only orders compare.
        if (new Set(ballot.ranks).size < ballot.ranks.length) continue;
        const prior = initialPosterior(SIZE, 1.5, plain);
        const one = updatePosterior(prior, ballot);
        const whole = refitPosterior(prior, [{ ballot, count: 1 }]);
        expect(one.mean).toEqual(near(whole.mean, 7));
        expect(one.cov).toEqual(near(whole.cov, 7));
      }
    }),
    runs,
  );
});

it("replaying the same ballots gives the same posterior to the last bit, through JSON too", () => {
  fc.assert(
    fc.property(someBallots, fc.nat(), (ballots, cut) => {
      const start = initialPosterior(SIZE, 1.5);
      const straight = ballots.reduce(updatePosterior, start);
      const at = cut % (ballots.length + 1);
      const stored = JSON.parse(JSON.stringify(ballots.slice(0, at).reduce(updatePosterior, start)));
      expect(JSON.stringify(ballots.slice(at).reduce(updatePosterior, stored))).toBe(
        JSON.stringify(straight),
      );
      for (let model = 0; model < SIZE; model++)
        expect(straight.cov[model * SIZE + model]).toBeGreaterThan(0);
    }),
    runs,
  );
});

it("a proposed set holds k distinct candidates and repeats for its seed", () => {
  fc.assert(
    fc.property(
      someBallots,
      fc.shuffledSubarray([...Array(SIZE).keys()], { minLength: 1 }),
      fc.integer({ min: 1, max: 5 }),
      fc.string(),
      fc.constantFrom("information", "k-sort", "uniform"),
      (ballots, candidates, k, seed, rule) => {
        const posterior = ballots.reduce(updatePosterior, initialPosterior(SIZE, 1.5));
        const games = Array.from(
          { length: SIZE },
          (_, model) => ballots.filter((b) => b.models.includes(model)).length,
        );
        const propose = () =>
          proposeSet({ posterior, games, candidates, k, rule, random: seededRandom(seed) });
        const { models, information } = propose();
        expect(new Set(models).size).toBe(Math.min(k, candidates.length));
        expect(models.every((model) => candidates.includes(model))).toBe(true);
        expect(information).toBeGreaterThanOrEqual(0);
        expect(propose().models).toEqual(models);
      },
    ),
    runs,
  );
});

it("Holm's rule rejects what its step-down reading rejects", () => {
  const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
  fc.assert(
    fc.property(pValues, (values) => {
      const adjusted = holm(values);
      for (const alpha of [0.01, 0.05, 0.2]) {
        const rejected = new Set<number>();
        const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
        for (const [step, index] of order.entries()) {
          if ((values[index] ?? 1) * (values.length - step) > alpha) break;
          rejected.add(index);
        }
        for (const [index, p] of adjusted.entries()) expect(p <= alpha).toBe(rejected.has(index));
      }
    }),
    runs,
  );
});

it("the von Neumann winner of any duels is beaten by no model, and circles are found as three loops find them", () => {
  fc.assert(
    fc.property(someDuels, (duels) => {
      const counts = countsOf(duels);
      const rates = winRates(counts);
      const winner = vonNeumannWinner(rates, SIZE);
      for (let rival = 0; rival < SIZE; rival++) {
        const share = winner.reduce((sum, own, i) => sum + own * (rates[i * SIZE + rival] ?? 0), 0);
        expect(share).toBeGreaterThan(0.5 - 1e-9);
      }
      let circles = 0;
      const beats = (i: number, j: number): boolean => (rates[i * SIZE + j] ?? 0.5) > 0.5;
      for (let i = 0; i < SIZE; i++) {
        for (let j = 0; j < SIZE; j++) {
          for (let k = 0; k < SIZE; k++) if (beats(i, j) && beats(j, k) && beats(k, i)) circles++;
        }
      }
      expect(cyclicTriads(counts).cyclic).toBe(circles / 3);
    }),
    runs,
  );
});
