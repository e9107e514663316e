// 16 models and 100 prompts, judged by stored scores in brackets of their own.

import { setTimeout as sleep } from "node:timers/promises";
import type { Tournament } from "@agon/contract";
import type { AcceptContext, AcceptRow, RunningStart } from "@agon/launch";
import { agon, apiOf } from "./support/agon.ts";
import { spearman } from "./support/agreement.ts";
import { alpacaFiles, meanPreferences, needsData } from "./support/real-data.ts";

const arena = "alpaca";
const seed = "acceptance";
const limitMs = 60_000;
const pollMs = 200;
const leastCorrelation = 0.85;

let running: RunningStart | null = null;
let first: Tournament | null = null;
const server = () => {
  if (running === null) throw new Error("the import did not work");
  return running;
};

async function importAll(context: AcceptContext) {
  const started = await context.start(["--empty"]);
  await agon(started, "import", "alpaca-eval", ...alpacaFiles(), "--arena", arena, "--create");
  running = started;
  const { models, prompts, outputs } = await apiOf(running).arena(arena);
  return {
    ok: models === 16 && prompts === 100 && outputs === 1600,
    figure: `${models} models, ${prompts} prompts, ${outputs} outputs`,
  };
}

/** Runs a tournament to its end, or until the time is up. */
async function runTournament(): Promise<Tournament> {
  const api = apiOf(server());
  const startedMs = Date.now();
  const { id } = await api.createTournament(arena, { format: "single-elimination", judge: "score", seed });
  while ((await api.tournament(id)).status === "running" && Date.now() < startedMs + limitMs)
    await sleep(pollMs);
  return api.tournament(id);
}

async function tournament() {
  const startedMs = Date.now();
  first = await runTournament();
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
  const { status, matches_decided, matches_total } = first;
  return {
    ok: status === "completed" && matches_decided === 1500 && matches_total === 1500,
    figure: `${matches_decided} of ${matches_total} matches, ${status} after ${seconds} s`,
  };
}

const matchesOf = (run: Tournament | null) => run?.brackets.map(({ group, rounds }) => [group, rounds]);

async function sameSeed() {
  const again = await runTournament();
  const same = JSON.stringify(matchesOf(first)) === JSON.stringify(matchesOf(again));
  return { ok: first !== null && same, figure: same ? "every match is the same" : "the brackets differ" };
}

async function agreement() {
  const { models } = await apiOf(server()).leaderboard(arena, { judges: "rule" });
  const means = meanPreferences();
  const pairs = models.map((row) => [row.rating ?? 0, means.get(row.model.name) ?? Number.NaN] as const);
  const correlation = spearman(
    pairs.map(([rating]) => rating),
    pairs.map(([, mean]) => mean),
  );
  return {
    ok: correlation >= leastCorrelation,
    figure: `Spearman ${correlation.toFixed(3)} over ${pairs.length} models`,
  };
}

export const rows: AcceptRow[] = [
  {
    title: "AlpacaEval is imported whole",
    command: "npm run agon -- import alpaca-eval $AGON_DATA/alpaca_eval/*.json --arena alpaca --create",
    run: importAll,
  },
  {
    title: "single elimination of 16 models over 100 prompts by score has 1,500 matches in 60 s",
    run: tournament,
  },
  { title: "the same seed gives the same bracket", run: sameSeed },
  { title: "the board agrees with the mean preferences", run: agreement },
].map((row) => needsData("alpaca_eval", row));
