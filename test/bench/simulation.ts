import { type CoverageMethod, coverage, leagueCalibration } from "../simulation/calibration.ts";
import { budget, type Design, type Finding, seriesBracket, swiss, varco } from "../simulation/equal-calls.ts";
import { type ProtocolSetup, protocol, votesToExactOrder } from "../simulation/k-sort-protocol.ts";
import { ballotsToTau, type NoisySetup } from "../simulation/noisy-league.ts";
import { placeNewcomer } from "../simulation/placement.ts";
import { mean, median } from "../simulation/summary.ts";
import { type BenchOptions, figure, type TargetRow, yesNo } from "./measure/row.ts";
import { perSeed } from "./measure/seeds.ts";

export const title =
  "Simulations: how many judgements the engines need, and whether they know how much they know";

/** What stands under the table. */
export const notes = [
  "Every figure comes from seeds 1, 2, ... of the number given; the same seeds give the same figures on every machine.",
  "K-Sort's protocol: 50 models, four shown, the smallest t such that every model stands in its true place after each of the ballots t .. 1.5 t; median over the seeds. Published: 716 votes for K-Sort, 11,692 for its Elo; the information floor is 47. Adjacent flips are Mallows noise around the true order of the four, such that two neighbours alone are swapped with that probability. Our side: the live league with its defaults (Plackett-Luce, careful share .9, empirical Bayes), which do not know how much the voter errs.",
  "Noisy voters: 50 models, four shown, every look at an output adds N(0, 2^2) logits to its model's strength; the smallest t such that Kendall's tau is at least .95 after each of the ballots t .. 1.5 t. The spread of the models is ours to assume: equal distances over 10 logits. With strengths N(0, 3^2), whose middle is denser, it takes longer: that row stands beside the target.",
  "New model: the schedule `placement` with its defaults, an error-free voter, the newcomer at a random place.",
  "Calibration: 50 models N(0, 1.5^2), Plackett-Luce voters of whom a tenth answers by lot, default matchmaking; the sum of the posterior's error probabilities over all pairs, divided by the pairs that are in the wrong order, both summed over the seeds.",
  "Coverage: 20 models, uniform sets, the board's default sandwich intervals of theta minus its mean; strengths N(0, 1) for duels, N(0, 1.5^2) for rankings of four; voters follow the method's law.",
  "Equal judge calls: 16 models N(0, .8^2) nats, 100 prompts, one stored output per model and prompt (strength + Gumbel), a judge who errs in 15 % of the calls; Varco's design is a random bracket per prompt with Bradley-Terry on all its matches. The champion is the first of the board, of the series bracket its winner.",
];

function votesRow(work: string, limit: number | null, setup: ProtocolSetup, seeds: number): TargetRow {
  const votes = median(perSeed(seeds, (seed) => votesToExactOrder(setup, seed)));
  return {
    work,
    target: limit === null ? "" : `<= ${limit} votes`,
    figure: figure(votes),
    met: limit === null ? "" : yesNo(votes <= limit),
    of: `${seeds} seeds`,
  };
}

function protocolRows(seeds: number): TargetRow[] {
  const levels = [
    { voter: "error-free voter", flip: 0, limit: 115 },
    { voter: "5 % adjacent flips", flip: 0.05, limit: 210 },
    { voter: "10 % adjacent flips", flip: 0.1, limit: 330 },
  ];
  const ours = levels.flatMap(({ voter, flip, limit }) => [
    votesRow(`K-Sort's protocol, ${voter}, random share 0`, limit, { ...protocol, flip }, seeds),
    votesRow(
      "  the same with the default random share",
      null,
      { ...protocol, flip, randomShare: null },
      seeds,
    ),
  ]);
  const theirs: ProtocolSetup = { ...protocol, design: "k-sort" };
  return [
    ...ours,
    votesRow("  K-Sort's rule and rating, rebuilt, error-free voter", null, theirs, seeds),
    votesRow(
      "  K-Sort's rule and rating, rebuilt, 5 % flips",
      null,
      { ...theirs, flip: 0.05 },
      Math.min(5, seeds),
    ),
  ];
}

function tauRow(work: string, limit: number | null, setup: NoisySetup, seeds: number): TargetRow {
  const ballots = median(perSeed(seeds, (seed) => ballotsToTau(setup, seed)));
  return {
    work,
    target: limit === null ? "" : `<= ${limit} ballots`,
    figure: Number.isFinite(ballots) ? figure(ballots) : `more than ${figure(setup.most / 1.5)}`,
    met: limit === null ? "" : yesNo(ballots <= limit),
    of: `${seeds} seeds`,
  };
}

function noisyRows(seeds: number): TargetRow[] {
  const even = { design: "ours", world: "even", careless: 0, most: 3000 } as const;
  return [
    tauRow("noisy voters (sd 2 logits): tau >= .95", 1300, even, seeds),
    tauRow("noisy voters, 10 % careless ballots: tau >= .95", 1600, { ...even, careless: 0.1 }, seeds),
    tauRow("  the first with strengths N(0, 3^2)", null, { ...even, world: "normal" }, Math.ceil(seeds / 4)),
  ];
}

function placementRow(seeds: number): TargetRow {
  const placed = perSeed(seeds, (seed) => placeNewcomer(50, seed));
  const worst = Math.max(...placed.map(({ exactAfter }) => exactAfter));
  const asked = median(placed.map(({ battles }) => battles));
  return {
    work: "new model into 50, error-free voter: votes to its exact place, worst seed",
    target: "<= 10 votes",
    figure: `${figure(worst)} (sure after ${asked})`,
    met: yesNo(worst <= 10),
    of: `${seeds} seeds`,
  };
}

function calibrationRow(ballots: number, seeds: number): TargetRow {
  const found = perSeed(seeds, (seed) => leagueCalibration(50, ballots, seed));
  const ratio = mean(found.map(({ expected }) => expected)) / mean(found.map(({ actual }) => actual));
  return {
    work: `expected / actual misordered pairs after ${ballots} votes`,
    target: "0.85..1.15",
    figure: figure(ratio, 3),
    met: yesNo(ratio >= 0.85 && ratio <= 1.15),
    of: `${seeds} seeds`,
  };
}

function coverageRow(method: CoverageMethod, ballots: number, seeds: number): TargetRow {
  const found = perSeed(seeds, (seed) => coverage(method, 20, ballots, seed));
  const share = mean(found.map(({ covered, models }) => (100 * covered) / models));
  const name = method === "bradley-terry" ? "Bradley-Terry by duels" : "Plackett-Luce by rankings of four";
  return {
    work: `95 % intervals of ${name} after ${ballots} votes cover`,
    target: "93..97 %",
    figure: `${figure(share, 1)} %`,
    met: yesNo(share >= 93 && share <= 97),
    of: `${seeds} seeds`,
  };
}

interface Summary {
  readonly spearman: number;
  readonly champion: number;
  readonly calls: number;
}

function summary(design: Design, trials: number): Summary {
  const found: Finding[] = perSeed(trials, design);
  return {
    spearman: mean(found.map(({ spearman }) => spearman)),
    champion: mean(found.map(({ champion }) => (champion ? 1 : 0))),
    calls: mean(found.map(({ calls }) => calls)),
  };
}

function equalCallRows(trials: number): TargetRow[] {
  const [theirs, ours, cheaper, series] = [
    summary(varco(), trials),
    summary(swiss(), trials),
    summary(swiss(75), trials),
    summary(seriesBracket(null), trials),
  ];
  const of = `${trials} seeds`;
  const ahead = ours.spearman - theirs.spearman;
  const [cheap, short] = [cheaper.calls / budget, series.calls / budget];
  const row = (work: string, target: string, text: string, met: boolean): TargetRow => {
    return { work, target, figure: text, met: yesNo(met), of };
  };
  const champions = `${figure(100 * series.champion, 1)} % to ${figure(100 * theirs.champion, 1)} % at ${figure(100 * short, 1)} %`;
  return [
    row(
      "Spearman of the default schedule (Swiss)",
      ">= .925",
      figure(ours.spearman, 4),
      ours.spearman >= 0.925,
    ),
    row("  ahead of Varco's bracket on equal calls", ">= .010", figure(ahead, 4), ahead >= 0.01),
    row(
      "Varco's quality with fewer calls: Swiss on 75 prompts",
      `>= ${figure(theirs.spearman, 4)} at <= 75 %`,
      `${figure(cheaper.spearman, 4)} at ${figure(100 * cheap, 1)} %`,
      cheaper.spearman >= theirs.spearman && cheap <= 0.75,
    ),
    row(
      "champion right: series bracket to Varco's, calls",
      "as often at <= 60 %",
      champions,
      series.champion >= theirs.champion && short <= 0.6,
    ),
  ];
}

export async function run({ fast }: BenchOptions): Promise<TargetRow[]> {
  const seeds = fast ? 4 : 20;
  const [worlds, trials] = fast ? [60, 40] : [300, 200];
  const methods: CoverageMethod[] = ["bradley-terry", "plackett-luce"];
  return [
    ...protocolRows(seeds),
    ...noisyRows(seeds),
    placementRow(5 * seeds),
    ...[500, 2000].map((ballots) => calibrationRow(ballots, seeds)),
    ...methods.flatMap((method) => [500, 2000].map((ballots) => coverageRow(method, ballots, worlds))),
    ...equalCallRows(trials),
  ];
}
