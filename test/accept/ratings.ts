// The raters as anybody can check them: published numbers, coverage on made worlds through the command line, and a cost
// that does not grow with the votes.
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { AcceptContext, AcceptRow } from "@agon/launch";
import {
  type Ballot,
  eloRatings,
  emptyCounts,
  kSortBeliefs,
  type PairCounts,
  randomIndex,
  rate,
  rateCounts,
  winProbability,
} from "@agon/rating";
import { vonNeumannWinner, wildBenchReward } from "@agon/rating/analysis";
import { trueSkillBeliefs } from "@agon/rating/compare";
import { normalWorld, stream } from "../simulation/world.ts";
import { centred, largestDifference } from "./support/agreement.ts";
import { type RatedRow, rateCsv } from "./support/rate-csv.ts";
import { dataPath, goldenScores, needsData } from "./support/real-data.ts";

const pointsPerTheta = 400 / Math.LN10;

const order = (...models: number[]): Ballot => ({ models, ranks: models.map((_, at) => at + 1) });
const orders = (...texts: string[]): Ballot[] => texts.map((text) => order(...[...text].map(Number)));

/** Published numbers and ours. */
interface Golden {
  readonly name: string;
  readonly ours: readonly number[];
  readonly published: readonly number[];
  readonly within: number;
}

const mapOf = (size: number, ballots: readonly Ballot[]): number[] =>
  rate(size, ballots, { method: "plackett-luce" }).models.map(({ theta }) => theta ?? Number.NaN);

const rewards = [
  ["much-better", 88],
  ["slightly-better", 209],
  ["tie", 74],
  ["slightly-worse", 422],
  ["much-worse", 170],
  ["skipped", 60],
] as const;

function goldens(): Golden[] {
  const kSort = kSortBeliefs(2, orders("01"));
  const items = rewards.flatMap(([preference, times]) =>
    Array.from({ length: times }, () => ({ preference })),
  );
  const cycle = [0.5, 0.7, 0.4, 1, 0.3, 0.5, 0.8, 1, 0.6, 0.2, 0.5, 1, 0, 0, 0, 0.5];
  return [
    {
      name: "Elo, two equals, K 32",
      ours: [...eloRatings(2, orders("01"), { k: 32 })],
      published: [1016, 984],
      within: 1e-9,
    },
    {
      name: "Plackett-Luce, one ballot",
      ours: mapOf(4, orders("0123")),
      published: [1.0509, 0.36088, -0.29442, -1.11736],
      within: 1e-5,
    },
    {
      name: "Plackett-Luce, seven ballots",
      ours: mapOf(6, orders("0123", "1045", "2405", "0351", "1243", "0234", "5102")),
      published: [0.78413, 0.51036, 0.18743, -0.69538, -0.39682, -0.38972],
      within: 1e-5,
    },
    {
      name: "TrueSkill",
      ours: trueSkillBeliefs(4, orders("0123")).map(({ mean }) => mean),
      published: [33.2067, 27.4015, 22.5985, 16.7933],
      within: 1e-3,
    },
    {
      name: "K-Sort",
      ours: [...kSort.map(({ mean }) => mean), kSort[0]?.sd ?? Number.NaN],
      published: [29.205221, 20.794779, 7.194481],
      within: 1e-6,
    },
    { name: "WildBench", ours: [wildBenchReward(items) ?? Number.NaN], published: [-0.184262], within: 1e-6 },
    {
      name: "von Neumann",
      ours: vonNeumannWinner(cycle, 4),
      published: [1 / 2, 1 / 6, 1 / 3, 0],
      within: 1e-9,
    },
  ];
}

async function goldenNumbers() {
  const checked = goldens().map(({ name, ours, published, within }) => {
    const off = Math.max(...published.map((value, at) => Math.abs(value - (ours[at] ?? Number.NaN))));
    return { name, off, ok: off <= within };
  });
  const wrong = checked.filter(({ ok }) => !ok);
  return {
    ok: wrong.length === 0,
    figure: (wrong.length === 0 ? checked : wrong)
      .map(({ name, off }) => `${name} ${off.toExponential(0)}`)
      .join(", "),
  };
}

/** Votes of a made world as CSV: pairs at random, verdicts by Bradley-Terry. */
function worldCsv(theta: ArrayLike<number>, votes: number, seed: number): string {
  const random = stream(seed, "votes");
  const lines = ["left,right,winner"];
  for (let vote = 0; vote < votes; vote++) {
    const a = randomIndex(random, theta.length);
    const b = (a + 1 + randomIndex(random, theta.length - 1)) % theta.length;
    const won = random() < winProbability((theta[a] ?? 0) - (theta[b] ?? 0));
    lines.push(`m${a},m${b},${won ? "left" : "right"}`);
  }
  return `${lines.join("\n")}\n`;
}

const isCovered = (theta: ArrayLike<number>, { model, lower, upper }: RatedRow): boolean => {
  const mean = Array.from(theta).reduce((sum, value) => sum + value, 0) / theta.length;
  const truth = 1000 + pointsPerTheta * ((theta[Number(model.slice(1))] ?? 0) - mean);
  return lower !== null && upper !== null && lower <= truth && truth <= upper;
};

/** Sizes of the made worlds: models, votes, how many worlds. */
const worlds = [
  [10, 1_000, 24],
  [30, 4_000, 12],
  [60, 12_000, 6],
] as const;

async function coverage({ temporaryFolder }: AcceptContext) {
  const folder = temporaryFolder();
  const shares: number[] = [];
  const figures: string[] = [];
  for (const [models, votes, count] of worlds) {
    let covered = 0;
    for (let seed = 1; seed <= count; seed++) {
      const theta = normalWorld(models, 1, stream(seed, `world of ${models}`));
      const file = path.join(folder, `${models}-${seed}.csv`);
      writeFileSync(file, worldCsv(theta, votes, seed));
      covered += (await rateCsv(file)).models.filter((row) => isCovered(theta, row)).length;
    }
    shares.push(covered, models * count);
    figures.push(`${models} models ${((100 * covered) / (models * count)).toFixed(1)} %`);
  }
  const [covered, all] = [0, 1].map((odd) =>
    shares.reduce((sum, value, at) => sum + (at % 2 === odd ? value : 0), 0),
  );
  const share = (covered ?? 0) / (all ?? 1);
  return {
    ok: share >= 0.93 && share <= 0.97,
    figure: `${(100 * share).toFixed(1)} % of ${all} (${figures.join(", ")})`,
  };
}

/** Counts of `votes` duels among 100 models. */
function countsOf(votes: number): PairCounts {
  const size = 100;
  const random = stream(1, "counts");
  const counts = emptyCounts(size);
  const each = votes / (size * (size - 1));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (i !== j) counts.wins[i * size + j] = Math.max(1, Math.round(each * 2 * random()));
    }
  }
  return counts;
}

function refitCpuMs(counts: PairCounts): number {
  const started = process.cpuUsage();
  for (let run = 0; run < 30; run++) rateCounts(counts, { method: "bradley-terry" });
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000 / 30;
}

async function growth() {
  const [few, many] = [countsOf(20_000), countsOf(2_000_000)];
  refitCpuMs(few);
  // The quietest of five, turn by turn: the machine may have other work.
  const times = Array.from({ length: 5 }, () => [refitCpuMs(few), refitCpuMs(many)] as const);
  const [small, large] = [0, 1].map((which) => Math.min(...times.map((pair) => pair[which] ?? Number.NaN)));
  const ratio = (large ?? Number.NaN) / (small ?? Number.NaN);
  const figure = `${small?.toFixed(2)} ms CPU for 20,000 votes, ${large?.toFixed(2)} ms for 2,000,000: x ${ratio.toFixed(2)}`;
  return { ok: ratio < 1.3, figure };
}

const comparisons = (): string => dataPath("llmfao", "crowd-comparisons.csv");

async function llmfao(method: "bradley-terry" | "elo") {
  const { models } = await rateCsv(comparisons(), "--method", method);
  const ours = new Map(models.map(({ model, rating }) => [model, rating ?? Number.NaN]));
  if (method === "elo") {
    const difference = largestDifference(ours, goldenScores("elo"));
    return { ok: difference <= 1e-6, figure: `largest difference ${difference.toExponential(1)} points` };
  }
  const golden = new Map([...goldenScores("bradley_terry")].map(([name, score]) => [name, Math.log(score)]));
  const theta = new Map([...centred(ours)].map(([name, rating]) => [name, rating / pointsPerTheta]));
  const difference = largestDifference(theta, centred(golden));
  return { ok: difference <= 1e-6, figure: `largest difference ${difference.toExponential(1)} in theta` };
}

/** `counting` is the number of wins, a tie being half of one. */
async function counting() {
  const { models } = await rateCsv(comparisons());
  const ours = new Map(models.map(({ model, wins, ties }) => [model, wins + ties / 2]));
  const difference = largestDifference(ours, goldenScores("counting"));
  return { ok: difference <= 1e-9, figure: `largest difference ${difference}` };
}

export const rows: AcceptRow[] = [
  { title: "the raters give the published numbers", run: goldenNumbers },
  {
    title: "95 % intervals of agon rate cover 93 to 97 % on made worlds",
    command: "npm run agon -- rate WORLD.csv --json",
    run: coverage,
  },
  { title: "a refit from counts costs the same with 100 times the votes", run: growth },
  ...[
    {
      title: "agon rate on LLMFAO equals the golden Bradley-Terry strengths",
      command: "npm run agon -- rate $AGON_DATA/llmfao/crowd-comparisons.csv --json",
      run: () => llmfao("bradley-terry"),
    },
    { title: "and the golden Elo ratings", run: () => llmfao("elo") },
    { title: "and the golden counts of wins", run: counting },
  ].map((row) => needsData("llmfao", row)),
];
