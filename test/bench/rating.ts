import { type Ballot, type CountedBallot, rate, rateCounts, rateRankings } from "@agon/rating";
import {
  initialPosterior,
  type Posterior,
  proposeSet,
  refitPosterior,
  updatePosterior,
} from "@agon/rating/live";
import { plackettLuceVoter } from "../simulation/voters.ts";
import { normalWorld, stream } from "../simulation/world.ts";
import { peerFit } from "./measure/peer.ts";
import { type BenchOptions, figure, type TargetRow, yesNo } from "./measure/row.ts";
import { quietMs, type Timing, timed } from "./measure/timing.ts";
import { countsOf, randomDuels } from "./measure/votes.ts";

export const title = "Raters: time of a fit, of a vote and of a million votes (medians)";

/** What stands under the table. */
export const notes = [
  "Seed `bench`: strengths N(0, 1) nats, pairs at random, verdicts by Bradley-Terry (rankings by Plackett-Luce).",
  "Medians of the runs as wall time, and beside it as CPU time of all threads, which is what remains where others use the machine too; a target is met by the smaller of both. From memory: no file is read.",
  "The peer is numpy and SciPy on the same votes in the same run: L-BFGS with an exact gradient, sandwich over all votes, reading the file not counted; once over the votes one by one, as it is usually written, and once over counted unique outcomes.",
];

const SEED = "bench";

const shown = ({ wallMs, cpuMs }: Timing): string => `${figure(wallMs, 2)} ms (CPU ${figure(cpuMs, 2)})`;

function atMost(work: string, limitMs: number, timing: Timing, of: string): TargetRow {
  const met = yesNo(quietMs(timing) <= limitMs);
  return { work, target: `<= ${limitMs} ms`, figure: shown(timing), met, of };
}

function hundredModels(runs: number): TargetRow[] {
  const votes = randomDuels(100, 100_000, SEED);
  const counts = countsOf(100, votes);
  const fit = (): void => void rateCounts(counts, { method: "bradley-terry" });
  const whole = (): void => void rateCounts(countsOf(100, votes), { method: "bradley-terry" });
  const name = "Bradley-Terry with sandwich intervals, 100 models, 100,000 votes";
  return [
    atMost(`${name}, from counts`, 10, timed(runs, fit), `${runs} runs`),
    atMost(`${name}, raw votes from memory`, 40, timed(runs, whole), `${runs} runs`),
    ...besidePeer(votes, fit, runs),
  ];
}

function besidePeer(votes: readonly Ballot[], fit: () => void, runs: number): TargetRow[] {
  const work = "the same beside numpy and SciPy";
  const target = "ratio >= 10";
  const peer = peerFit(100, votes, 5);
  if (peer === null) {
    const how = "not here: apt-get install python3-numpy python3-scipy";
    return [{ work, target, figure: how, met: "", of: "" }];
  }
  const ours = timed(runs, fit).wallMs;
  const against = (ms: number): string =>
    `${figure(ms / ours, 1)} (${figure(ms, 0)} ms to ${figure(ours, 2)} ms)`;
  const met = yesNo(peer.votes.ms / ours >= 10);
  return [
    { work: `${work}, over its votes`, target, figure: against(peer.votes.ms), met, of: "5 runs" },
    { work: `${work}, over its counts`, target: "", figure: against(peer.counts.ms), met: "", of: "5 runs" },
  ];
}

function sixtyFourModels(runs: number): TargetRow[] {
  const votes = randomDuels(64, 20_000, SEED, 200);
  const counts = countsOf(64, votes);
  const fit = (): void => void rateCounts(counts, { method: "bradley-terry", interval: "none" });
  const bootstrap = (): void =>
    void rate(64, votes, { method: "bradley-terry", interval: "bootstrap", rounds: 200 });
  return [
    atMost("64 models, 20,000 votes: fit", 2, timed(runs, fit), `${runs} runs`),
    atMost("64 models: 200 bootstraps over 200 prompts", 400, timed(3, bootstrap), "3 runs"),
  ];
}

/** The same votes a hundred times over: what grows is the count in every cell, and nothing else. */
function growth(runs: number): TargetRow {
  const counts = countsOf(100, randomDuels(100, 20_000, SEED));
  const grown = { ...counts, wins: counts.wins.map((cell) => 100 * cell) };
  const cpu = (of: typeof counts): number =>
    timed(runs, () => void rateCounts(of, { method: "bradley-terry" })).cpuMs;
  const ratio = cpu(grown) / cpu(counts);
  return {
    work: "votes x 100 (20,000 to 2,000,000 on 100 models): CPU time of a refit",
    target: "x 1.0",
    figure: `x ${figure(ratio, 2)}`,
    met: yesNo(ratio < 1.15),
    of: `${runs} runs`,
  };
}

const K = 4;

function randomRankings(models: number, ballots: number): CountedBallot[] {
  const voter = plackettLuceVoter(normalWorld(models, 1, stream(SEED, "world")), stream(SEED, "voter"));
  const random = stream(SEED, "sets");
  return Array.from({ length: ballots }, () => {
    const shown = new Set<number>();
    while (shown.size < K) shown.add(Math.floor(random() * models));
    return { ballot: { models: [...shown], ranks: voter([...shown]) }, count: 1 };
  });
}

/** One vote after the other into a posterior that has seen 2,000 ballots. */
function liveVote(models: number, limitMs: number, runs: number): TargetRow[] {
  const rankings = randomRankings(models, 2000);
  let posterior: Posterior = initialPosterior(models, 1.5);
  const refit = timed(3, () => {
    posterior = refitPosterior(posterior, rankings);
  });
  const candidates = Array.from({ length: models }, (_, model) => model);
  const games = candidates.map(() => 0);
  const random = stream(SEED, "matchmaking");
  const vote = timed(runs, () => {
    const set = proposeSet({ posterior, games, candidates, k: K, random }).models;
    for (const model of set) games[model] = (games[model] ?? 0) + 1;
    posterior = updatePosterior(posterior, { models: set, ranks: [1, 2, 3, 4] });
  });
  const work = `${models} models, K 4: update of a vote and the next battle`;
  return [
    atMost(work, limitMs, vote, `${runs} runs`),
    {
      work: `${models} models: refit of 2,000 ballots`,
      target: "",
      figure: shown(refit),
      met: "",
      of: "3 runs",
    },
  ];
}

function millionRankings(fast: boolean): TargetRow {
  const ballots = fast ? 100_000 : 1_000_000;
  const rankings = randomRankings(50, ballots);
  const rating = (): void => void rateRankings(50, rankings, { method: "plackett-luce" });
  return atMost(
    `Plackett-Luce with sandwich intervals, 50 models, ${ballots.toLocaleString("en")} random orders of four`,
    5000,
    timed(1, rating, 0),
    "1 run",
  );
}

export async function run({ fast }: BenchOptions): Promise<TargetRow[]> {
  const runs = fast ? 11 : 51;
  return [
    ...hundredModels(runs),
    ...sixtyFourModels(runs),
    growth(runs),
    ...liveVote(200, 1, 4 * runs),
    ...liveVote(500, 2, 4 * runs),
    millionRankings(fast),
  ];
}
