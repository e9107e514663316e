import { writeFile } from "node:fs/promises";
import { type Price, type ProtocolName, protocolNames } from "@agon/judge";
import { type Format, formatNames } from "@agon/tournament";
import { progress as scheduleProgress } from "@agon/tournament/schedule";
import { type Command, Option } from "commander";
import { InputError } from "../failure.ts";
import { billText, dollars } from "../headless/bill-text.ts";
import { stoppedBy } from "../headless/failures.ts";
import { type JudgeName, judgeName } from "../headless/judge-name.ts";
import type { ModelJudgeOptions } from "../headless/model-judge.ts";
import { type ModelRun, openModelRun } from "../headless/model-run.ts";
import type { OutputTable } from "../headless/outputs.ts";
import { type Plan, planRun } from "../headless/plan.ts";
import { type PlayedBattle, playRun, type RunResult } from "../headless/play.ts";
import { amount, priceOption } from "../headless/prices.ts";
import { type RunReport, reportOf } from "../headless/report.ts";
import { ruleJudge } from "../headless/rule-judge.ts";
import { formatFor } from "../importing/detect.ts";
import { importFormats } from "../importing/formats/index.ts";
import { callerPath, sourceOf } from "../importing/paths.ts";
import { note, print, printJson } from "../output.ts";
import { progressOn } from "../progress.ts";
import { boardText } from "../rating/board-text.ts";
import { formatOptions, pairs, seed, wholeNumber } from "./options.ts";

interface Options {
  readonly from?: string;
  readonly format: Format;
  readonly judge: JudgeName;
  readonly match?: "exact" | "normalised";
  readonly baseUrl: string;
  readonly concurrency: number;
  readonly maxCost?: number;
  readonly price?: Price;
  readonly protocol: ProtocolName;
  readonly bothOrders?: true;
  readonly portia?: true;
  readonly checklist?: true;
  readonly concepts?: true;
  readonly logprobs?: true;
  readonly criterion?: string;
  readonly seed: number;
  readonly prompts?: number;
  readonly option: Record<string, unknown>;
  readonly map?: Record<string, string>;
  readonly model?: string;
  readonly dryRun?: true;
  readonly json?: true | string;
  readonly report?: string;
}

async function outputsAt(paths: readonly string[], options: Options): Promise<OutputTable> {
  const given = paths.map(callerPath);
  const format = await formatFor(options.from, given[0]);
  const files = await sourceOf(format, given);
  // The contract's schemas take a while to load: only this command and imports wait for them.
  const { readOutputs } = await import("../headless/outputs.ts");
  return readOutputs(format, files, options, options.judge.kind !== "score");
}

const describeJudge = (judge: JudgeName): string =>
  judge.kind === "llm" ? `llm:${judge.models.join(",")}` : `rule:${judge.kind}`;

function describePlan({ table, prompts, schedule }: Plan, { format, judge }: Options): string {
  const { total } = scheduleProgress(schedule);
  const matches = total === null ? "as many matches as it takes" : `${total} matches`;
  return `${format}: ${table.models.length} models, ${prompts.length} prompts, ${matches}, judged by ${describeJudge(judge)}.`;
}

function modelOptions(models: readonly string[], options: Options): ModelJudgeOptions {
  const { protocol, criterion = null, baseUrl } = options;
  if (!URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol)) {
    throw new InputError(`--base-url ${baseUrl} is no address`, "Write it like http://localhost:8000/v1.");
  }
  return {
    models,
    baseUrl,
    protocol,
    bothOrders: options.bothOrders === true,
    portia: options.portia === true,
    checklist: options.checklist === true,
    concepts: options.concepts === true,
    logprobs: options.logprobs === true,
    criterion,
  };
}

function openRun(plan: Plan, paths: readonly string[], options: Options): Promise<ModelRun> | null {
  if (options.judge.kind !== "llm") return null;
  const judge = modelOptions(options.judge.models, options);
  const { from, format, option, map, model, prompts } = options;
  const identity = [judge, from, format, option, map, model, prompts, options.seed, paths.map(callerPath)];
  const { concurrency, maxCost, price } = options;
  return openModelRun(plan, {
    judge,
    identity,
    concurrency,
    maxCostUsd: maxCost ?? null,
    price: price ?? null,
  });
}

/** What the journal and the price list say before the first call. */
function tellBill({ estimate, unpriced, bill }: ModelRun): void {
  note(`The bill: about ${billText(estimate)}.`);
  const { answers } = bill();
  if (answers > 0)
    note(`${answers.toLocaleString("en")} answers are there already and are not asked for again.`);
  if (unpriced.length > 0) {
    note(`Note: no price is known for ${unpriced.join(", ")}: give --price IN,OUT to see the cost.`);
  }
}

async function play(plan: Plan, run: ModelRun | null, options: Options): Promise<RunResult> {
  const bar = progressOn(process.stderr);
  bar.start(run === null ? "Playing" : "Judging", scheduleProgress(plan.schedule).total);
  let [calls, usd]: [number, number | null] = [0, 0];
  const onBattle = ({ judgement }: PlayedBattle): void => {
    const { spend } = judgement;
    if (spend !== undefined)
      [calls, usd] = [calls + spend.calls, usd === null || spend.usd === null ? null : usd + spend.usd];
    bar.advance(
      1,
      run === null
        ? ""
        : `${calls.toLocaleString("en")} calls, ${dollars(usd)} of ${dollars(run.estimate.usd)}`,
    );
  };
  try {
    if (run !== null) return await run.play(onBattle);
    if (options.judge.kind === "llm") throw new Error("A model judges only with a journal");
    const name =
      options.judge.kind === "reference" && options.match
        ? { ...options.judge, match: options.match }
        : options.judge;
    const concurrency = name.kind === "http" ? options.concurrency : 1;
    return await playRun(plan, { judge: await ruleJudge(name), concurrency, onBattle });
  } finally {
    bar.finish();
  }
}

function judgeLines({ judges, flags, invalid, cost }: RunReport): string[] {
  const percent = (share: number | null) => (share === null ? "–" : `${(100 * share).toFixed(1)} %`);
  const lines = judges.map((figures) => {
    const swaps = figures.swapped === 0 ? "" : `, the same after a swap ${percent(figures.swap_consistency)}`;
    return `${figures.judge}: ${figures.answers} answers, first slot won ${percent(figures.first_slot_rate)}${swaps}, invalid ${percent(figures.invalid_rate)}.`;
  });
  const flagged = Object.entries(flags).map(([flag, count]) => `${flag.replaceAll("_", " ")} ${count}`);
  return [
    ...lines,
    ...(flagged.length === 0 ? [] : [`Flags: ${flagged.join(", ")}.`]),
    ...(invalid === 0
      ? []
      : [`${invalid} battles without a verdict: nobody won them, and they are not rated.`]),
    ...(cost === null
      ? []
      : [
          `${cost.calls.toLocaleString("en")} calls in all, ${cost.calls_now.toLocaleString("en")} of them now, ${dollars(cost.usd)}.`,
        ]),
  ];
}

async function printReport(report: RunReport, json: true | string | undefined): Promise<void> {
  if (json === true) return printJson(report);
  if (json !== undefined) await writeFile(callerPath(json), `${JSON.stringify(report)}\n`);
  for (const { message } of report.warnings) note(`Note: ${message}`);
  const best = report.titles.toSorted((a, b) => b.titles - a.titles)[0];
  const won =
    best === undefined || best.titles === 0 ? [] : [`Most brackets won: ${best.model}, ${best.titles}.`];
  await print([boardText(report), "", ...won, ...judgeLines(report)].join("\n"));
}

async function playAndTell(plan: Plan, run: ModelRun | null, options: Options): Promise<void> {
  note(describePlan(plan, options));
  if (run !== null) tellBill(run);
  const result = await play(plan, run, options);
  if (result.stopped !== null && result.battles.length === 0) throw stoppedBy(result.stopped.failure);
  const report = reportOf({
    plan,
    result,
    format: options.format,
    judge: describeJudge(options.judge),
    estimate: run?.estimate ?? null,
    bill: run?.bill() ?? null,
  });
  if (options.report !== undefined) {
    const { reportPage } = await import("../headless/page/page.ts");
    await writeFile(callerPath(options.report), reportPage(plan, result, report));
  }
  await printReport(report, options.json);
  if (result.stopped !== null) throw stoppedBy(result.stopped.failure);
}

async function dryRun(plan: Plan, run: ModelRun | null, options: Options): Promise<void> {
  const { json } = options;
  if (run === null) {
    return json === true ? printJson({ estimate: null }) : print(describePlan(plan, options));
  }
  const { calls, inputTokens, outputTokens, usd } = run.estimate;
  const bill = {
    calls,
    input_tokens: inputTokens,
    output_tokens: outputTokens,
    usd,
    answered: run.bill().answers,
  };
  if (typeof json === "string") await writeFile(callerPath(json), `${JSON.stringify({ estimate: bill })}\n`);
  if (json === true) return printJson({ estimate: bill });
  await print(`${describePlan(plan, options)}\nThe bill: about ${billText(run.estimate)}.`);
}

async function run(paths: readonly string[], options: Options): Promise<void> {
  const table = await outputsAt(paths, options);
  const plan = planRun(table, {
    format: options.format,
    options: options.option,
    seed: options.seed,
    prompts: options.prompts,
  });
  const opened = await openRun(plan, paths, options);
  try {
    await (options.dryRun === true ? dryRun : playAndTell)(plan, opened, options);
  } finally {
    await opened?.close();
  }
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
    .addOption(
      new Option("--judge <judge>", "score, rule:RULE[=VALUE], llm:MODEL or llm:MODEL,MODEL")
        .argParser(judgeName)
        .default({ kind: "score" }, "score"),
    )
    .addOption(
      new Option("--match <how>", "rule:reference: how texts are compared").choices(["exact", "normalised"]),
    )
    .addOption(
      new Option("--base-url <url>", "llm: the endpoint, up to /chat/completions")
        .env("OPENAI_BASE_URL")
        .default("https://api.openai.com/v1"),
    )
    .option("--concurrency <number>", "llm: calls at a time", wholeNumber(1, 1_000), 32)
    .option("--max-cost <usd>", "llm: stop before the bill passes this", amount)
    .option("--price <in,out>", "llm: US dollars per million tokens", priceOption)
    .addOption(
      new Option("--protocol <name>", "llm: what is asked").choices(protocolNames).default("five-outcome"),
    )
    .option("--both-orders", "llm: ask about every duel twice, with the outputs swapped")
    .option("--portia", "llm: where the orders disagree, ask again part by part")
    .option("--checklist", "llm: let it write a checklist for each prompt first")
    .option("--concepts", "llm: let it list what each output says first")
    .option("--logprobs", "llm: read the probabilities of its answers, where offered")
    .option("--criterion <text>", "llm: the ground of the judgement")
    .option("--seed <number>", "of the draw", seed, 0)
    .option("--prompts <number>", "so many of the prompts, drawn by the seed", wholeNumber(1, 1_000_000))
    .option("--map <columns>", "csv, jsonl: model=COLUMN,prompt=COLUMN,...", pairs)
    .option("--model <name>", "lm-eval: the model, which its files do not name")
    .option("--dry-run", "say what would be played and what it would cost, and stop")
    .option("--json [file]", "print JSON and nothing else, or write it to a file")
    .option("--report <file>", "write a page with the board, the rounds and the judge's figures")
    .action(run);
}
