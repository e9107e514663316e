import type { Interval, Method } from "@agon/rating";
import { type Command, InvalidArgumentError, Option } from "commander";
import { callerPath } from "../importing/paths.ts";
import { note, print, printJson } from "../output.ts";
import { boardOf } from "../rating/board.ts";
import { boardText } from "../rating/board-text.ts";
import { rateFile } from "../rating/rate-file.ts";
import { seed } from "./options.ts";

const methods: readonly Method[] = [
  "bradley-terry",
  "davidson",
  "rao-kupper",
  "plackett-luce",
  "elo",
  "k-sort",
  "win-rate",
  "trueskill",
  "glicko-2",
  "openskill",
];

interface Options {
  readonly method?: Method;
  readonly interval?: Interval;
  readonly cluster: string;
  readonly priorSd?: number | "auto";
  readonly careful?: number;
  readonly seed: number;
  readonly criterion?: string;
  readonly judges?: string;
  readonly json?: true;
}

function spread(text: string): number | "auto" {
  if (text === "auto") return text;
  const value = Number(text);
  if (text.trim() !== "" && value > 0 && value <= 10_000) return value;
  throw new InvalidArgumentError("It must be a number above 0 and at most 10,000, or auto.");
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && value > 0 && value <= 1) return value;
  throw new InvalidArgumentError("It must be a number above 0 and at most 1.");
}

async function run(file: string, options: Options): Promise<void> {
  const { cluster, json, ...chosen } = options;
  const rated = await rateFile(callerPath(file), { ...chosen, cluster: cluster === "none" ? null : cluster });
  const board = boardOf(rated);
  if (json === true) return printJson(board);
  for (const { message } of board.warnings) note(`Note: ${message}`);
  await print(boardText(board));
}

const help = `
FILE is one of
  CSV with a header that has left,right,winner or model_a,model_b,winner
      (winner: left, right, tie, model_a, model_b, tie (bothbad), both_bad; other columns do not matter)
  JSON or JSONL of objects with the same names
  JSONL of rankings, best first, ties together: {"ranking":[["a"],["b","c"],["d"]]}
      ("stages":1 when only the best is known)
  an arena's public log, from GET /v1/arenas/ARENA/verdicts or agon export

The board of an arena that shows three or more outputs at once is
plackett-luce with --prior-sd auto --careful 0.9; that of duels needs no option.

Ratings are 1000 + 400 / ln 10 times theta, with a mean of 1000 over all models.`;

/** `agon rate FILE` */
export function addRate(agon: Command): void {
  agon
    .command("rate")
    .description("rate the models of a file of votes")
    .argument("<file>", "the votes")
    .addOption(
      new Option("--method <method>", "default: bradley-terry for duels, plackett-luce for rankings").choices(
        methods,
      ),
    )
    .addOption(
      new Option("--interval <kind>", "default: sandwich, where the method has it").choices([
        "sandwich",
        "bootstrap",
        "none",
      ]),
    )
    .option("--cluster <column>", "the column of independent units: worker, prompt, ...", "none")
    .option("--prior-sd <nats>", "plackett-luce: the prior's spread, or auto (default: 1.5)", spread)
    .option("--careful <share>", "plackett-luce: the share of voters who do not guess (default: 1)", share)
    .option("--seed <number>", "of the bootstrap", seed, 0)
    .option("--criterion <slug>", "public log: only this criterion")
    .addOption(
      new Option("--judges <kind>", "public log: only these").choices(["human", "llm", "rule", "panel"]),
    )
    .option("--json", "print JSON and nothing else")
    .addHelpText("after", help)
    .action(run);
}
