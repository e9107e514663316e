import { type Command, Option } from "commander";
import { exportKinds } from "../exporting/rows.ts";
import { exportLines, writeLines } from "../exporting/write.ts";
import { callerPath } from "../importing/paths.ts";
import { connect, type ServerOptions } from "../server/connection.ts";
import { given, withServer } from "./options.ts";

interface Options extends ServerOptions {
  readonly arena: string;
  readonly what: keyof typeof exportKinds;
  readonly format: "jsonl" | "csv";
  readonly out?: string;
  readonly method?: string;
  readonly criterion?: string;
  readonly category?: string;
  readonly judges?: string;
}

async function run(options: Options): Promise<void> {
  const { client } = await connect(options);
  const kind = exportKinds[options.what];
  const { method, criterion, category, judges } = options;
  const query = given({ method, criterion, category, judges });
  const lines = exportLines(kind.columns, kind.rows(client, options.arena, query), options.format);
  await writeLines(lines, options.out === undefined ? undefined : callerPath(options.out));
}

/** `agon export --arena SLUG --what ...` */
export function addExport(agon: Command): void {
  const command = agon
    .command("export")
    .description("take an arena's votes, leaderboard or outputs out")
    .requiredOption("--arena <slug>", "the arena")
    .addOption(
      new Option("--what <what>", "what to take")
        .choices(["verdicts", "leaderboard", "outputs"])
        .makeOptionMandatory(),
    )
    .addOption(new Option("--format <format>", "how to write it").choices(["jsonl", "csv"]).default("jsonl"))
    .option("--out <file>", "where to (default: stdout)")
    .option("--method <method>", "leaderboard: the rating method")
    .option("--criterion <slug>", "leaderboard: the criterion")
    .option("--category <name>", "leaderboard: the category of prompts")
    .addOption(
      new Option("--judges <kind>", "leaderboard: whose votes").choices([
        "all",
        "human",
        "llm",
        "rule",
        "panel",
      ]),
    );
  withServer(command)
    .addHelpText(
      "after",
      "\nIn CSV files a cell that looks like a formula gets a leading '; JSONL keeps every text as it is." +
        "\nagon rate reads exported verdicts, agon import exported outputs.",
    )
    .action(run);
}
