import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort, type RunningStart, spawnStart } from "@agon/launch";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createContest } from "./contest.ts";
import { type Death, deaths, kill } from "./kill.ts";
import { audit, countedPlaces, readLog } from "./log.ts";
import { seeded } from "./seeded.ts";
import { cast, castAgain, storedRanks, type Vote, voteOn } from "./voter.ts";

const isLong = process.env.AGON_LONG === "1";
const kills = isLong ? 100 : 3;
const voters = 32;
/** A server lives until so many more votes are acknowledged; slow machines only take longer for them. */
const leastVotesOfALife = 20;
const mostVotesOfALife = 150;
const longestLifeMs = 20_000;
const pollMs = 5;
const battleSize = 3;
const seed = Number(process.env.AGON_SEED ?? 2026);

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "agon-crash-")));
const state = path.join(folder, "state");
const random = seeded(seed);
let running: RunningStart;
let port = 0;
let arena = "";
const votes: Vote[] = [];

const start = (...more: string[]) =>
  spawnStart(["--empty", "--no-site", "--port", String(port), "--state", state, ...more]);
const stored = () => votes.filter((vote) => vote.answer !== null);

/** 1 + the number of strictly better slots. */
const competitionRanks = (ranks: readonly number[]) =>
  ranks.map((rank) => 1 + ranks.filter((other) => other < rank).length);

/** Waits until the voters have got so many more answers. */
async function acknowledged(more: number): Promise<void> {
  const wanted = stored().length + more;
  for (const untilMs = Date.now() + longestLifeMs; stored().length < wanted; await sleep(pollMs)) {
    if (Date.now() > untilMs) throw new Error(`only ${stored().length} of ${wanted} votes were acknowledged`);
  }
}

async function killOften(): Promise<void> {
  for (let at = 0; at < kills; at += 1) {
    await acknowledged(leastVotesOfALife + Math.floor(random() * (mostVotesOfALife - leastVotesOfALife)));
    const death: Death = deaths[at % deaths.length] ?? "all at once";
    kill(death, running, state);
    running = await start("--no-build");
    console.log(`kill ${at + 1} of ${kills} (${death}): back after ${running.readyAfterMs} ms`);
  }
}

/** Lets everybody vote while the server dies again and again. */
async function voteThroughKills(): Promise<void> {
  let over = false;
  const session = { url: running.url, arena, isOver: () => over, votes };
  const everybody = Array.from({ length: voters }, (_, at) =>
    voteOn({ ...session, random: seeded(seed + at) }),
  );
  const end = () => {
    over = true;
  };
  await Promise.all([killOften().finally(end), ...everybody]).finally(end);
}

/** Repeats what was never answered; some of it had been committed before the server died. */
async function answerTheRest(): Promise<string> {
  const unanswered = votes.filter((vote) => vote.answer === null);
  const logged = new Set((await readLog(running.url, arena)).map((row) => row.ballot));
  const committed = unanswered.filter((vote) => logged.has(vote.ballot)).length;
  for (const vote of unanswered) expect(await cast(running.url, vote), `ballot ${vote.ballot}`).toBe(true);
  return `${unanswered.length} more on repeating, ${committed} of which stood in the log`;
}

beforeAll(async () => {
  port = await freePort();
  running = await start();
  arena = await createContest(running.url, running.key);
}, 120_000);

afterAll(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe(`a server killed ${kills} times under the load of ${voters} voters`, () => {
  it(
    "comes back on the same state and answers every vote that it left unanswered",
    async () => {
      await voteThroughKills();
      const atOnce = stored().length;
      const repeated = await answerTheRest();
      console.log(`seed ${seed}: ${kills} kills, ${atOnce} votes acknowledged, ${repeated}`);
      expect(atOnce).toBeGreaterThanOrEqual(kills * leastVotesOfALife);
    },
    kills * 60_000,
  );

  it("holds every acknowledged ballot exactly once, with the ranks it acknowledged, and no other", async () => {
    const log = await readLog(running.url, arena);
    const logged = new Map(log.map((row) => [row.ballot, row]));
    expect(logged.size).toBe(log.length);
    expect(new Set(logged.keys())).toEqual(new Set(votes.map((vote) => vote.ballot)));
    for (const vote of votes) {
      expect(logged.get(vote.ballot)?.ranks, vote.ballot).toEqual(competitionRanks(vote.ranks));
      expect(storedRanks(vote), vote.ballot).toEqual(competitionRanks(vote.ranks));
    }
  }, 120_000);

  it("repeats the answers it gave, byte for byte", async () => {
    const sample = votes.filter((_, at) => at % Math.ceil(votes.length / 200) === 0);
    for (const vote of sample) expect(await castAgain(running.url, vote)).toBe(vote.answer);
  }, 120_000);

  it("counts every vote once on the board and equals a replay of its log from zero", async () => {
    expect(await countedPlaces(running.url, arena)).toBe(votes.length * battleSize);
    expect(await audit(running.url, arena, running.key)).toMatchObject({ equal: true });
  }, 120_000);
});
