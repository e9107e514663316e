// Engines: brackets of every size, replays, corrections, bytes of a bundle, a million votes, the fit beside numpy.
import { execFile } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { finished } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type AcceptRow, measurePackages } from "@agon/launch";
import { type Ballot, rateCounts, seededRandom } from "@agon/rating";
import { type Format, parseOptions, type ScheduleState } from "@agon/tournament";
import { apply, correct, match, matches, nextSome, progress, start } from "@agon/tournament/schedule";
import { peerFit } from "../bench/measure/peer.ts";
import { quietMs, timed } from "../bench/measure/timing.ts";
import { countsOf, randomDuels } from "../bench/measure/votes.ts";

function begin(format: Format, entrants: number): ScheduleState {
  const parsed = parseOptions(format, {});
  if (!parsed.ok) throw new Error(`${format}: ${JSON.stringify(parsed.problems)}`);
  return start(format, { entrants, prompts: 1, seed: entrants, options: parsed.options });
}

/** Plays to the end; the entrant of the lower number is better. */
function played(begun: ScheduleState): ScheduleState {
  let state = begun;
  for (let [battle] = nextSome(state, 1); battle; [battle] = nextSome(state, 1)) {
    const ranks = battle.entrants.map((own) => 1 + battle.entrants.filter((other) => other < own).length);
    const applied = apply(state, { ...battle, ranks });
    if (applied.kind === "late") throw new Error(`${battle.match}: ${applied.reason}`);
    state = applied.state;
  }
  return state;
}

const sizes = Array.from({ length: 63 }, (_, n) => n + 2);

async function bracketSizes() {
  const wrong = (["single-elimination", "series"] as const).flatMap((format) =>
    sizes.filter((entrants) => progress(played(begin(format, entrants))).decided !== entrants - 1),
  );
  return { ok: wrong.length === 0, figure: `2 formats x ${sizes.length} sizes, ${wrong.length} wrong` };
}

/** Byes stand opposite the first seeds: with N of a power of two P, seeds 1 to P - N. */
async function byes() {
  const wrong = sizes.filter((entrants) => {
    const seeds = matches(begin("series", entrants)).flatMap(({ status, places }) =>
      status === "bye" ? places.flatMap(({ entrant, seed }) => (entrant === null ? [] : (seed ?? []))) : [],
    );
    const spare = 2 ** Math.ceil(Math.log2(entrants)) - entrants;
    return seeds.toSorted((a, b) => a - b).join() !== Array.from({ length: spare }, (_, n) => n + 1).join();
  });
  return { ok: wrong.length === 0, figure: `${sizes.length} sizes, ${wrong.length} wrong` };
}

async function replays() {
  const formats = [
    "single-elimination",
    "series",
    "double-elimination",
    "swiss",
    "round-robin",
    "sort",
  ] as const;
  const differing = formats.filter((format) => {
    const [once, again] = [played(begin(format, 17)), played(begin(format, 17))];
    return JSON.stringify(once) !== JSON.stringify(again);
  });
  return { ok: differing.length === 0, figure: `${formats.length} formats, ${differing.length} differ` };
}

/** A match turned round resets the matches on the way from it to the final, and no other. */
async function corrections() {
  const before = played(begin("single-elimination", 32));
  const wrong = matches(before).filter((corrected) => {
    const ruled = correct(before, corrected.id, {
      kind: "ranks",
      ranks: (corrected.ranks ?? []).map((rank) => 3 - rank),
    });
    if (ruled.kind === "late") return true;
    const reset = matches(before).filter(
      ({ id, version }) => id !== corrected.id && match(ruled.state, id)?.version !== version,
    );
    const path: string[] = [];
    for (let next = corrected.feeds; next !== null; next = match(before, next)?.feeds ?? null)
      path.push(next);
    return (
      reset
        .map(({ id }) => id)
        .sort()
        .join() !== path.sort().join()
    );
  });
  return { ok: wrong.length === 0, figure: `${matches(before).length} corrections, ${wrong.length} wrong` };
}

const main = fileURLToPath(new URL("../../packages/cli/src/main.ts", import.meta.url));
const run = promisify(execFile);
const million = 1_000_000;

async function write(file: string, lines: Iterable<string>): Promise<void> {
  const stream = createWriteStream(file);
  for (const line of lines) {
    if (!stream.write(`${line}\n`)) await once(stream, "drain");
  }
  stream.end();
  await finished(stream);
}

function* duelLines(): Generator<string> {
  const random = seededRandom("million duels");
  yield "id,model_a,model_b,winner,voter";
  for (let id = 0; id < million; id++) {
    const a = Math.floor(random() * 100);
    const b = (a + 1 + Math.floor(random() * 99)) % 100;
    const won = random() < 0.05 ? "tie" : random() < 1 / (1 + Math.exp((a - b) / 30)) ? "model_a" : "model_b";
    yield `${id},model-${a},model-${b},${won},voter-${id % 997}`;
  }
}

function* rankingLines(): Generator<string> {
  const random = seededRandom("million rankings");
  for (let id = 0; id < million; id++) {
    const k = 3 + Math.floor(random() * 4);
    const first = Math.floor(random() * 200);
    const shown = Array.from({ length: k }, (_, n) => (first + n * 31) % 200);
    const order = shown.toSorted((a, b) => a - b + 120 * (random() - 0.5));
    yield JSON.stringify({ ranking: order.map((model) => [`model-${model}`]) });
  }
}

/** The better of two runs: the time of the whole command, its start included. */
async function rateMillion(lines: Iterable<string>, name: string) {
  const folder = await mkdtemp(path.join(tmpdir(), "agon-million-"));
  try {
    const file = path.join(folder, name);
    await write(file, lines);
    const plainMs = await timeOf(["-e", readPlainly, file]);
    const times: number[] = [];
    let board = { votes: 0, converged: false };
    for (let turn = 0; turn < 2; turn++) {
      times.push(
        await timeOf([main, "rate", file, "--json"], (stdout) => {
          board = JSON.parse(stdout);
        }),
      );
    }
    const ms = Math.min(...times);
    const ratio = (ms / plainMs).toFixed(1);
    return {
      ok: ms < 5_000 && board.votes === million && board.converged,
      figure: `${(ms / 1000).toFixed(1)} s, ${ratio} times as long as splitting the file into lines`,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const readPlainly =
  'let n = 0; for (const line of require("fs").readFileSync(process.argv[1], "utf8").split("\\n")) n += line.length;';

async function timeOf(args: readonly string[], read: (stdout: string) => void = () => {}): Promise<number> {
  const from = performance.now();
  const { stdout } = await run(process.execPath, [...args], { maxBuffer: 1 << 26 });
  const ms = performance.now() - from;
  read(stdout);
  return ms;
}

async function besideNumpy() {
  const votes: readonly Ballot[] = randomDuels(100, 100_000, "bench");
  const peer = peerFit(100, votes, 5);
  if (peer === null) return { ok: null, figure: "numpy and SciPy are not here" };
  const counts = countsOf(100, votes);
  const ms = quietMs(timed(31, () => void rateCounts(counts, { method: "bradley-terry" })));
  const ratio = peer.votes.ms / ms;
  return {
    ok: ratio >= 10,
    figure: `${ratio.toFixed(0)} times (${peer.votes.ms.toFixed(0)} to ${ms.toFixed(1)} ms)`,
  };
}

const largestBytes = 20 * 1024;

async function bundle() {
  const bytes = await measurePackages(["rating", "tournament"]);
  return { ok: bytes <= largestBytes, figure: `${(bytes / 1024).toFixed(1)} KiB` };
}

export const rows: AcceptRow[] = [
  { title: "brackets of 2 to 64 have one match fewer than entrants", run: bracketSizes },
  { title: "byes go to the top seeds", run: byes },
  { title: "the same seed and verdicts give the same bytes", run: replays },
  { title: "a correction resets exactly the matches that depend on it", run: corrections },
  { title: "raters and formats take at most 20 KiB, minified and compressed", run: bundle },
  {
    title: "a million duels in CSV are rated in under 5 s",
    run: () => rateMillion(duelLines(), "duels.csv"),
  },
  {
    title: "a million rankings in JSON Lines are rated in under 5 s",
    run: () => rateMillion(rankingLines(), "rankings.jsonl"),
  },
  {
    title: "100,000 votes with intervals are at least 10 times as fast as in numpy and SciPy",
    run: besideNumpy,
  },
];
