import type { Client, TournamentFormat, TournamentJudge, TournamentSummary } from "@agon/contract";
import { formatNames } from "@agon/tournament";
import { type Command, Option } from "commander";
import { print, printJson } from "../output.ts";
import { connect, type ServerOptions } from "../server/connection.ts";
import { type WatchMode, watchTournament } from "../tournament/watch.ts";
import { formatOptions, given, list, wholeNumber, withServer } from "./options.ts";

interface Shown extends ServerOptions {
  readonly json?: true;
}

interface StartOptions extends Shown {
  readonly arena: string;
  readonly format: TournamentFormat;
  readonly judge: "score" | "human" | "reference";
  readonly title?: string;
  readonly criterion?: string;
  readonly models?: string[];
  readonly prompts?: string[];
  readonly seed?: string;
  readonly pace: number;
  readonly option: Record<string, unknown>;
  readonly hold?: true;
  readonly watch?: true;
}

const judgeOf = ({ judge }: StartOptions): TournamentJudge =>
  judge === "reference" ? { kind: "rule", rule: "reference" } : judge;

const modeOf = ({ json }: Shown): WatchMode =>
  json === true ? "json" : process.stdout.isTTY ? "screen" : "lines";

/** A tournament in one line. */
function summaryText({ id, status, format, seed, ...summary }: TournamentSummary): string {
  const total = summary.matches_total ?? "endless";
  const field = `${summary.entrants_total} models, ${summary.prompts_total} prompts`;
  return `${id}: ${status}, ${format}, ${field}, ${summary.matches_decided} of ${total} matches decided, seed ${seed}`;
}

async function start(options: StartOptions): Promise<void> {
  const connection = await connect(options);
  const { arena, format, title, criterion, models, prompts, seed } = options;
  const tournament = await connection.client.createTournament(arena, {
    format,
    judge: judgeOf(options),
    pace_ms: options.pace,
    options: options.option,
    start: options.hold !== true,
    ...given<string | string[]>({ title, criterion, models, prompts, seed }),
  });
  if (options.watch === true) return watchTournament(connection, tournament.id, modeOf(options));
  if (options.json === true) return printJson(tournament);
  await print(`${summaryText(tournament)}\nWatch it at ${new URL(`/t/${tournament.id}`, connection.url)}`);
}

async function watch(id: string, options: Shown): Promise<void> {
  await watchTournament(await connect(options), id, modeOf(options));
}

type Change = (client: Client, id: string) => Promise<TournamentSummary>;

const changes: readonly (readonly [name: string, description: string, change: Change])[] = [
  [
    "pause",
    "stop a tournament where it is",
    (client, id) => client.changeTournament(id, { status: "paused" }),
  ],
  [
    "resume",
    "go on with a paused or scheduled one",
    (client, id) => client.changeTournament(id, { status: "running" }),
  ],
  ["cancel", "end it for good; its verdicts stay", (client, id) => client.cancelTournament(id)],
];

function addStart(tournament: Command): void {
  const command = tournament
    .command("start")
    .description("set a tournament up and start it")
    .requiredOption("--arena <slug>", "the arena")
    .addOption(new Option("--format <format>", "how it is played").choices(formatNames).makeOptionMandatory())
    .addOption(
      new Option("--judge <judge>", "who decides").choices(["score", "human", "reference"]).default("human"),
    )
    .option("--models <slugs>", "a,b,c (default: every model with outputs)", list)
    .option("--prompts <slugs>", "a,b,c (default: every prompt)", list)
    .option("--seed <text>", "of the draw (default: drawn and published)")
    .option("--pace <ms>", "milliseconds between two battles of a program judge", wholeNumber(0, 60_000), 0)
    .option("--option <name=value>", "an option of the format, such as thirdPlace=true", formatOptions, {})
    .option("--title <text>", "what it is called")
    .option("--criterion <slug>", "what is judged")
    .option("--hold", "leave it scheduled: `resume` starts it")
    .option("--watch", "watch it to its end")
    .option("--json", "print JSON and nothing else");
  withServer(command).action(start);
}

function addChange(tournament: Command, [name, description, change]: (typeof changes)[number]): void {
  const command = tournament
    .command(name)
    .description(description)
    .argument("<id>", "the tournament")
    .option("--json", "print JSON and nothing else");
  withServer(command).action(async (id: string, options: Shown) => {
    const { client } = await connect(options);
    const summary = await change(client, id);
    await (options.json === true ? printJson(summary) : print(summaryText(summary)));
  });
}

/** `agon tournament start|watch|pause|resume|cancel` */
export function addTournament(agon: Command): void {
  const tournament = agon
    .command("tournament")
    .description("start, watch and steer tournaments")
    .helpCommand(false);
  addStart(tournament);
  const command = tournament
    .command("watch")
    .description("draw the live bracket, or a line a match when the output is no terminal")
    .argument("<id>", "the tournament")
    .option("--json", "print every live message as JSON");
  withServer(command).action(watch);
  for (const change of changes) addChange(tournament, change);
}
