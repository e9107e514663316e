import { writeFile } from "node:fs/promises";
import type { JudgeSpec } from "@agon/judge";
import { type Format, formatNames } from "@agon/tournament";
import { progress as scheduleProgress } from "@agon/tournament/schedule";
import { type Command, Option } from "commander";
import type { OutputTable } from "../headless/outputs.ts";
import { type Plan, planRun, playRun, type RunOptions, type RunResult } from "../headless/run.ts";
import { formatFor } from "../importing/detect.ts";
import { importFormats } from "../importing/formats/index.ts";
import { callerPath, sourceOf } from "../importing/paths.ts";
import { note, print, printJson } from "../output.ts";
import { progressOn } from "../progress.ts";
import { boardOf } from "../rating/board.ts";
import { boardText } from "../rating/board-text.ts";
import { formatOptions, pairs, seed, wholeNumber } from "./options.ts";

interface Options {
  readonly from?: string;
  readonly format: Format;
  readonly judge: "score" | "reference";
  readonly match: "exact" | "normalised";
  readonly seed: number;
  readonly prompts?: number;
  readonly option: Record<string, unknown>;
  readonly map?: Record<string, string>;
  readonly model?: string;
  readonly dryRun?: true;
  readonly json?: true | string;
}

type RuleSpec = Exclude<JudgeSpec, { kind: "human" }>;

const judgeSpec = ({ judge, match }: Options): RuleSpec =>
  judge === "score" ? { kind: "rule", rule: "score" } : { kind: "rule", rule: "reference", match };

async function outputsAt(paths: readonly string[], options: Options): Promise<OutputTable> {
  const given = paths.map(callerPath);
  const format = await formatFor(options.from, given[0]);
  const files = await sourceOf(format, given);
  // The contract's schemas take a while to load: only this command and imports wait for them.
  const { readOutputs } = await import("../headless/outputs.ts");
  return readOutputs(format, files, options, options.judge === "reference");
}

function describePlan({ table, prompts, schedule }: Plan, { format }: RunOptions): string {
  const { total } = scheduleProgress(schedule);
  const matches = total === null ? "as many matches as it takes" : `${total} matches`;
  return `${format}: ${table.models.length} models, ${prompts.length} prompts, ${matches}.`;
}

function reportOf(plan: Plan, result: RunResult, { format, judge, seed: drawn }: Options) {
  const { battles, matches, forfeits, rating, titles } = result;
  const board = boardOf({ votes: battles, names: plan.table.models, rating });
  const wins = plan.table.models.map((model, number) => ({ model, titles: titles[number] ?? 0 }));
  return {
    format,
    judge,
    seed: drawn,
    prompts: plan.prompts.length,
    matches,
    forfeits,
    titles: wins,
    ...board,
  };
}

async function printReport(
  report: ReturnType<typeof reportOf>,
  json: true | string | undefined,
): Promise<void> {
  if (json === true) return printJson(report);
  if (json !== undefined) await writeFile(callerPath(json), `${JSON.stringify(report)}\n`);
  for (const { message } of report.warnings) note(`Note: ${message}`);
  const best = report.titles.toSorted((a, b) => b.titles - a.titles)[0];
  const won =
    best === undefined || best.titles === 0 ? [] : [`Most brackets won: ${best.model}, ${best.titles}.`];
  await print([boardText(report), "", ...won].join("\n"));
}

async function run(paths: readonly string[], options: Options): Promise<void> {
  const table = await outputsAt(paths, options);
  const runOptions: RunOptions = {
    format: options.format,
    options: options.option,
    judge: judgeSpec(options),
    seed: options.seed,
    prompts: options.prompts,
  };
  const plan = planRun(table, runOptions);
  if (options.dryRun === true) return print(describePlan(plan, runOptions));
  note(describePlan(plan, runOptions));
  const bar = progressOn(process.stderr);
  bar.start("Playing", scheduleProgress(plan.schedule).total);
  const result = playRun(plan, runOptions.judge, () => bar.advance(1));
  bar.finish();
  await printReport(reportOf(plan, result, options), options.json);
}

/** `agon run FILES...` */
export function addRun(agon: Command): void {
  agon
    .command("run")
    .description("run a tournament over files of outputs, without a server")
    .argument("<files...>", "outputs, in any format that import takes")
    .addOption(
      new Option("--from <format>", "what the files are (default: seen from the first)").choices(
        importFormats.map(({ name }) => name),
      ),
    )
    .addOption(
      new Option("--format <format>", "of the tournament").choices(formatNames).default("single-elimination"),
    )
    .option("--option <name=value>", "an option of the format, such as budget=500", formatOptions, {})
    .addOption(new Option("--judge <rule>", "who decides").choices(["score", "reference"]).default("score"))
    .addOption(
      new Option("--match <how>", "reference: how texts are compared")
        .choices(["exact", "normalised"])
        .default("normalised"),
    )
    .option("--seed <number>", "of the draw", seed, 0)
    .option("--prompts <number>", "so many of the prompts, drawn by the seed", wholeNumber(1, 1_000_000))
    .option("--map <columns>", "csv, jsonl: model=COLUMN,prompt=COLUMN,...", pairs)
    .option("--model <name>", "lm-eval: the model, which its files do not name")
    .option("--dry-run", "say what would be played, and stop")
    .option("--json [file]", "print JSON and nothing else, or write it to a file")
    .action(run);
}
