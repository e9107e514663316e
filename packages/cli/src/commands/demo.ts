import { type Command, Option } from "commander";
import { keepTournament, type LoadResult, loadDemoArena } from "../demo/load.ts";
import { print, printJson } from "../output.ts";
import { connect, type ServerOptions } from "../server/connection.ts";
import { wholeNumber, withServer } from "./options.ts";

interface Options extends ServerOptions {
  readonly pace: number;
  readonly json?: true;
}

/** The arena whose tournament is always under way. */
const watchedArena = "summaries";

const said: Readonly<Record<LoadResult, string>> = {
  made: "made",
  completed: "completed",
  there: "there already",
};

async function run(options: Options): Promise<void> {
  // The demo draws and writes everything itself; other commands need not load it.
  const { demoArenas } = await import("@agon/demo");
  const { client } = await connect(options);
  const isQuiet = options.json === true;
  const arenas: Record<string, LoadResult> = {};
  for (const demo of demoArenas) {
    const result = await loadDemoArena(client, demo);
    arenas[demo.slug] = result;
    const size = `${demo.models.length} models, ${demo.prompts.length} prompts`;
    if (!isQuiet) await print(`${demo.title} (${demo.slug}): ${said[result]}, ${size}`);
  }
  const tournament = await keepTournament(client, watchedArena, options.pace);
  if (isQuiet) return printJson({ arenas, tournament });
  await print(tournament === null ? "A tournament is under way." : `Started the tournament ${tournament}.`);
}

/** `agon demo` */
export function addDemo(agon: Command): void {
  const command = agon
    .command("demo")
    .description("load the demo arenas and keep a tournament going in one of them")
    .addOption(
      new Option("--pace <ms>", "milliseconds between two battles")
        .argParser(wholeNumber(0, 60_000))
        .default(2_500),
    )
    .option("--json", "print JSON and nothing else");
  withServer(command).action(run);
}
