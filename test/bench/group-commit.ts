// The referee's group commit beside one `batch()` a vote, in workerd with a local D1.
import { readFileSync } from "node:fs";
import { createTestHarness } from "wrangler";
import type { Measured, Run } from "../worker/bench/measurement.ts";
import { type BenchOptions, figure, type TargetRow, yesNo } from "./measure/row.ts";

export const title = "Group commit: votes a second inside the referee object, ballots a batch, rows written";

/** What stands under the table. */
export const notes = [
  "Callers are voters inside the object that wait for their answer before they cast the next ballot: no HTTP, no proxy.",
  "One `batch()` a vote takes the same decisions and writes the same rows, the batches of all callers side by side.",
  "Rows written are those of D1's own meta: the row of the log and its entry in the index of ballots.",
];

const callerCounts = [1, 8, 64, 256] as const;
const measuredCallers = 64;
/** The two ways take turns, so that a busy machine is unfair to both alike. */
const turns = 5;

type Measure = (run: Run) => Promise<Measured>;

const root = new URL("../../", import.meta.url);

async function withReferee<T>(use: (measure: Measure) => Promise<T>): Promise<T> {
  // Nothing here asks where a request comes from, so nobody needs to be asked over the network.
  process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= "false";
  const harness = createTestHarness({
    workers: [{ configPath: new URL("test/worker/bench/wrangler.toml", root) }],
  });
  await harness.listen();
  try {
    const post = (path: string, body: string) => harness.fetch(path, { method: "POST", body });
    await post("/migrate", readFileSync(new URL("drizzle/0000_arena.sql", root), "utf8"));
    return await use(async (run) => {
      const response = await post("/measure", JSON.stringify(run));
      if (!response.ok) throw new Error(`the Worker answered ${response.status}: ${await response.text()}`);
      return (await response.json()) as Measured;
    });
  } finally {
    await harness.close();
  }
}

const medianOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const perS = (votes: number): string => `${Math.round(votes).toLocaleString("en")}/s`;

/** Group commit under more and more callers. */
async function growth(measure: Measure, votes: number): Promise<TargetRow[]> {
  const runs: { callers: number; measured: Measured }[] = [];
  for (const callers of callerCounts)
    runs.push({
      callers,
      measured: await measure({ way: "group", callers, votes: votes * Math.min(callers, 8) }),
    });
  const sizes = runs.map(({ measured }) => measured.votesPerBatch);
  const grows = sizes.every((size, at) => at === 0 || size > (sizes[at - 1] ?? 0));
  return [
    ...runs.map(({ callers, measured }) => ({
      work: `${callers} ${callers === 1 ? "caller" : "callers"}, group commit`,
      target: "",
      figure: `${perS(measured.votesPerS)}, ${figure(measured.votesPerBatch, 1)} ballots a batch`,
      met: "",
      of: `${votes * Math.min(callers, 8)} votes`,
    })),
    {
      work: `ballots a batch at ${callerCounts.join(", ")} callers`,
      target: "grows",
      figure: sizes.map((size) => figure(size, 1)).join(", "),
      met: yesNo(grows),
      of: "",
    },
    rowsWritten(runs.at(-1)?.measured),
  ];
}

const rowsWritten = (measured: Measured | undefined): TargetRow => ({
  work: "rows written an open vote, by D1's meta",
  target: "<= 2",
  figure: figure(measured?.rowsWrittenPerVote ?? Number.NaN, 3),
  met: yesNo((measured?.rowsWrittenPerVote ?? 3) <= 2),
  of: "",
});

/** Both ways in turn. */
async function sideBySide(measure: Measure, votes: number): Promise<TargetRow[]> {
  const pairs: { group: Measured; single: Measured }[] = [];
  const run = { callers: measuredCallers, votes };
  for (let turn = 0; turn < turns; turn++) {
    const single = await measure({ ...run, way: "single", votes: Math.ceil(votes / 4) });
    pairs.push({ single, group: await measure({ ...run, way: "group" }) });
  }
  const group = medianOf(pairs.map((pair) => pair.group.votesPerS));
  const single = medianOf(pairs.map((pair) => pair.single.votesPerS));
  const ratio = medianOf(pairs.map((pair) => pair.group.votesPerS / pair.single.votesPerS));
  return [
    {
      work: `${measuredCallers} callers, one batch() a vote`,
      target: "",
      figure: `${perS(single)}, ${figure(pairs[0]?.single.rowsWrittenPerVote ?? Number.NaN, 1)} rows a vote`,
      met: "",
      of: `${turns} turns of ${Math.ceil(votes / 4)} votes`,
    },
    {
      work: `${measuredCallers} callers, group commit to one batch() a vote`,
      target: "ratio >= 5",
      figure: `${figure(ratio, 1)} (${perS(group)} to ${perS(single)})`,
      met: yesNo(ratio >= 5),
      of: `${turns} turns of ${votes} votes`,
    },
  ];
}

export function run({ fast }: Partial<BenchOptions> = {}): Promise<TargetRow[]> {
  const votes = fast ? 512 : 2_048;
  return withReferee(async (measure) => {
    await measure({ way: "group", callers: 8, votes });
    return [...(await growth(measure, votes / 8)), ...(await sideBySide(measure, votes))];
  });
}
