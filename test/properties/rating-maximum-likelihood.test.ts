// The fits beside a likelihood written out term by term and climbed by cyclic Newton steps on one strength at a time:
// slow, and with nothing in common with the fits but the models' definitions.
import { type Ballot, rate, seededRandom } from "@agon/rating";
import { expect, it } from "vitest";

const digits = 6;

type LogLikelihood = (theta: readonly number[]) => number;

/** The top of a concave function: one coordinate after the other until none moves. Derivatives are taken numerically. */
function climb(start: readonly number[], value: LogLikelihood): number[] {
  const at = [...start];
  const h = 1e-4;
  for (let round = 0; round < 4_000; round++) {
    let moved = 0;
    for (const i of at.keys()) {
      const shifted = (step: number) => value(at.with(i, (at[i] ?? 0) + step));
      const [below, here, above] = [shifted(-h), value(at), shifted(h)];
      const slope = (above - below) / (2 * h);
      const bend = (above - 2 * here + below) / (h * h);
      const step = bend < 0 ? Math.max(-1, Math.min(1, -slope / bend)) : 0;
      at[i] = (at[i] ?? 0) + step;
      moved = Math.max(moved, Math.abs(step));
    }
    if (moved < 1e-9) break;
  }
  return at;
}

function centred(theta: readonly number[]): number[] {
  const mean = theta.reduce((sum, one) => sum + one, 0) / theta.length;
  return theta.map((one) => one - mean);
}

const near = (theta: readonly number[]) => centred(theta).map((one) => expect.closeTo(one, digits - 1));

const zeros = (size: number): number[] => Array.from({ length: size }, () => 0);

/** Votes in which everybody wins and loses somewhere, so that the maximum is finite. */
function duels(size: number, votes: number, seed: string, ties: number): Ballot[] {
  const random = seededRandom(seed);
  return Array.from({ length: votes }, () => {
    const a = Math.floor(random() * size);
    const b = (a + 1 + Math.floor(random() * (size - 1))) % size;
    if (random() < ties) return { models: [a, b], ranks: [1, 1] };
    return random() < 1 / (1 + Math.exp((a - b) / 4))
      ? { models: [a, b], ranks: [1, 2] }
      : { models: [a, b], ranks: [2, 1] };
  });
}

function rankings(size: number, votes: number, seed: string): Ballot[] {
  const random = seededRandom(seed);
  return Array.from({ length: votes }, () => {
    const k = 3 + Math.floor(random() * 3);
    const drawn = Array.from({ length: size }, (_, model) => ({
      model,
      noise: -Math.log(-Math.log(random())),
    }))
      .sort((a, b) => a.noise - b.noise)
      .slice(0, k);
    const order = drawn.toSorted((a, b) => b.noise + b.model / 5 - (a.noise + a.model / 5));
    return { models: order.map(({ model }) => model), ranks: order.map((_, place) => place + 1) };
  });
}

const thetaOf = (size: number, ballots: readonly Ballot[], options: Parameters<typeof rate>[2]): number[] =>
  centred(
    rate(size, ballots, { ...options, interval: "none" }).models.map(({ theta }) => theta ?? Number.NaN),
  );

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

it("Bradley-Terry is the maximum of its likelihood, with a tie as half a win for each", () => {
  const size = 6;
  const votes = duels(size, 300, "bt", 0.2);
  const value: LogLikelihood = (theta) =>
    votes.reduce((sum, { models: [a = 0, b = 0], ranks: [first = 0, second = 0] }) => {
      const lead = (theta[a] ?? 0) - (theta[b] ?? 0);
      const points = first < second ? 1 : first > second ? 0 : 0.5;
      return sum + points * Math.log(sigmoid(lead)) + (1 - points) * Math.log(sigmoid(-lead));
    }, 0);
  expect(thetaOf(size, votes, { method: "bradley-terry" })).toEqual(near(climb(zeros(size), value)));
});

it("Davidson is the maximum of its likelihood over strengths and the weight of ties", () => {
  const size = 5;
  const votes = duels(size, 300, "davidson", 0.3);
  const value: LogLikelihood = (x) => {
    const nu = Math.exp(x[size] ?? 0);
    return votes.reduce((sum, { models: [a = 0, b = 0], ranks: [first = 0, second = 0] }) => {
      const [p, q] = [Math.exp(x[a] ?? 0), Math.exp(x[b] ?? 0)];
      const tie = nu * Math.sqrt(p * q);
      const said = first < second ? p : first > second ? q : tie;
      return sum + Math.log(said / (p + q + tie));
    }, 0);
  };
  const found = climb(zeros(size + 1), value).slice(0, size);
  expect(thetaOf(size, votes, { method: "davidson" })).toEqual(near(found));
});

it("Plackett-Luce under a wide prior is the maximum of its likelihood, for sets of different sizes", () => {
  const size = 6;
  const votes = rankings(size, 200, "pl");
  const value: LogLikelihood = (theta) =>
    votes.reduce((sum, { models }) => {
      const weights = models.map((model) => Math.exp(theta[model] ?? 0));
      const stages = weights.map((own, place) => {
        const left = weights.slice(place).reduce((total, one) => total + one, 0);
        return Math.log(own / left);
      });
      return sum + stages.reduce((total, stage) => total + stage, 0);
    }, 0);
  const found = thetaOf(size, votes, { method: "plackett-luce", priorSd: 10_000 });
  expect(found).toEqual(near(climb(zeros(size), value)));
});

it("a million times the same votes have the same maximum", () => {
  const size = 4;
  const votes = duels(size, 100, "scale", 0);
  const weighted = votes.map((ballot) => ({ ...ballot, weight: 10_000 }));
  expect(thetaOf(size, weighted, { method: "bradley-terry" })).toEqual(
    near(thetaOf(size, votes, { method: "bradley-terry" })),
  );
});

it("a model that only wins has a finite rating under the widest prior", () => {
  const votes = Array.from({ length: 10 }, () => ({ models: [0, 1, 2], ranks: [1, 2, 2] }));
  const { models } = rate(3, votes, { method: "plackett-luce", priorSd: 10_000 });
  for (const { rating, lower, upper } of models) {
    expect([rating, lower, upper].every((one) => one === null || Number.isFinite(one))).toBe(true);
  }
});
