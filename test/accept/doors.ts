// What goes out through the doors and comes in again elsewhere.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Leaderboard } from "@agon/contract";
import type { AcceptContext, AcceptRow, RunningStart } from "@agon/launch";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { parse } from "yaml";
import { agon, apiOf, strangerOf } from "./support/agon.ts";

const arena = "generative-art";
const votes = 60;

let source: RunningStart | null = null;
let folder = "";

async function filled(context: AcceptContext): Promise<RunningStart> {
  if (source !== null) return source;
  source = await context.start();
  folder = context.temporaryFolder();
  for (let at = 0; at < votes; at += 1) {
    const voter = strangerOf(source);
    const { id, token, outputs } = await voter.issueBallot(arena);
    await voter.cast(id, { token, ranks: outputs.map((_, slot) => ((slot * 7 + at) % 4) + 1) });
  }
  return source;
}

const ratingsOf = ({ votes: counted, models }: Leaderboard) =>
  JSON.stringify([
    counted,
    models.map((row) => [row.model.slug, row.rating, row.lower, row.upper, row.rank]),
  ]);

async function carriedOver(context: AcceptContext) {
  const first = await filled(context);
  const file = path.join(folder, "arena.jsonl");
  await agon(first, "export", "--arena", arena, "--what", "arena", "--out", file);
  const second = await context.start(["--empty"]);
  await agon(second, "import", "agon", file, "--arena", arena, "--create");
  const boards = await Promise.all([first, second].map((one) => apiOf(one).leaderboard(arena)));
  const [before, after] = boards.map(ratingsOf);
  return {
    ok: before === after && boards[0]?.votes === votes,
    figure: `${boards[1]?.votes} of ${votes} votes, ${boards[1]?.models.length} models, ${before === after ? "equal" : "different"} boards`,
  };
}

async function ratedAgain(context: AcceptContext) {
  const first = await filled(context);
  const file = path.join(folder, "log.jsonl");
  await agon(first, "export", "--arena", arena, "--what", "verdicts", "--out", file);
  const options = ["--method", "plackett-luce", "--prior-sd", "auto", "--careful", "0.9", "--json"];
  const rated: { models: { model: string; rating: number }[] } = JSON.parse(
    await agon(first, "rate", file, ...options),
  );
  const { models } = await apiOf(first).leaderboard(arena);
  const scores = new Map(models.map(({ model, rating }) => [model.slug, rating ?? Number.NaN]));
  const furthest = Math.max(
    ...rated.models.map(({ model, rating }) => Math.abs(rating - (scores.get(model) ?? Number.NaN))),
  );
  return {
    ok: furthest < 1e-6,
    figure: `${rated.models.length} scores, at most ${furthest.toExponential(1)} apart`,
  };
}

async function dataSet(context: AcceptContext) {
  const first = await filled(context);
  const out = path.join(folder, "data-set");
  await agon(first, "export", "--arena", arena, "--format", "huggingface", "--out", out);
  const card = parse(readFileSync(path.join(out, "README.md"), "utf8").split("---")[1] ?? "") as {
    configs: { data_files: { path: string }[] }[];
  };
  const files = card.configs.flatMap(({ data_files }) => data_files.map(({ path: file }) => file));
  let rows = 0;
  for (const file of files) {
    rows += (await parquetReadObjects({ file: await asyncBufferFromFile(path.join(out, file)) })).length;
  }
  return {
    ok: files.length === 9 && rows > votes,
    figure: `${files.length} Parquet files, ${rows} rows read back`,
  };
}

export const rows: AcceptRow[] = [
  {
    title: "an arena exported and imported into an empty deployment has equal boards",
    command:
      "npm run agon -- export --arena A --what arena --out F && npm run agon -- import agon F --arena A --create",
    run: carriedOver,
  },
  {
    title: "the public log gives every score of the board again",
    command: "npm run agon -- rate log.jsonl",
    run: ratedAgain,
  },
  {
    title: "a Hugging Face folder has a card that parses and Parquet files that open",
    command: "npm run agon -- export --arena A --format huggingface --out DIR",
    run: dataSet,
  },
];
