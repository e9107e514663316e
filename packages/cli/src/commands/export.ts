import { type Command, Option } from "commander";
import { writeHuggingFace } from "../exporting/hugging-face/folder.ts";
import { type ExportName, exportKinds } from "../exporting/kinds/index.ts";
import { writeParquet } from "../exporting/parquet.ts";
import type { ExportChoice } from "../exporting/table.ts";
import { exportLines } from "../exporting/text-lines.ts";
import { writeLines, writeWhole } from "../exporting/write.ts";
import { InputError } from "../failure.ts";
import { callerPath } from "../importing/paths.ts";
import { note } from "../output.ts";
import { type Connection, connect, type ServerOptions } from "../server/connection.ts";
import { given, withServer } from "./options.ts";

const formats = ["jsonl", "csv", "parquet", "huggingface"] as const;

interface Options extends ServerOptions, ExportChoice {
  readonly arena: string;
  readonly what?: ExportName | "arena";
  readonly format: (typeof formats)[number];
  readonly out?: string;
}

function requireOut({ out, format }: Options): string {
  if (out !== undefined) return callerPath(out);
  throw new InputError(
    `--out is missing: ${format} cannot be written to stdout`,
    "Name a place: --out FILE.",
  );
}

async function exportFolder(connection: Connection, options: Options, choice: ExportChoice): Promise<void> {
  const folder = requireOut(options);
  const parts = await writeHuggingFace(connection, options.arena, folder, choice);
  for (const { path, rows } of parts) note(`${path}: ${rows} rows`);
  note(`Wrote ${folder} with README.md and croissant.json.`);
}

async function exportArena({ client }: Connection, { arena, format, out }: Options): Promise<void> {
  if (format !== "jsonl")
    throw new InputError("A whole arena is written as JSON lines", "Use --format jsonl.");
  // The contract's schemas take a while to load: only this export waits for them.
  const { arenaLines } = await import("../exporting/arena-lines.ts");
  await writeLines(arenaLines(client, arena), out === undefined ? undefined : callerPath(out));
}

async function exportTable(
  { client }: Connection,
  name: ExportName,
  options: Options,
  choice: ExportChoice,
): Promise<void> {
  const { columns, rows: rowsOf } = exportKinds[name];
  const { format, out } = options;
  const rows = rowsOf(client, options.arena, choice);
  if (format === "csv" || format === "jsonl") {
    return writeLines(exportLines(columns, rows, format), out === undefined ? undefined : callerPath(out));
  }
  await writeWhole(requireOut(options), (part) => writeParquet(part, columns, rows));
}

async function run(options: Options): Promise<void> {
  const { what, format, method, criterion, category, judges } = options;
  const choice = given({ method, criterion, category, judges });
  if (what === undefined && format !== "huggingface") {
    throw new InputError(
      "required option '--what <what>' not specified",
      "Say what to take out, or --format huggingface.",
    );
  }
  const connection = await connect(options);
  if (format === "huggingface") return exportFolder(connection, options, choice);
  if (what === "arena") return exportArena(connection, options);
  if (what !== undefined) await exportTable(connection, what, options, choice);
}

const whatHelp = Object.entries(exportKinds).map(([name, { about }]) => `  ${name.padEnd(12)} ${about}`);

const help = `
What
${whatHelp.join("\n")}
  arena        All of it in one file, for agon import agon.

--format huggingface writes a folder with all tables as Parquet, a card and Croissant metadata.
In CSV files a cell that looks like a formula gets a leading '; the other formats keep every text as it is.
agon rate reads exported verdicts, agon import exported outputs and arenas.

Example
  agon export --arena summaries --what pairs --format parquet --out pairs.parquet`;

/** `agon export --arena SLUG --what ...` */
export function addExport(agon: Command): void {
  const command = agon
    .command("export")
    .description("take an arena's votes, leaderboard, outputs or preference data out")
    .requiredOption("--arena <slug>", "the arena")
    .addOption(new Option("--what <what>", "what to take").choices([...Object.keys(exportKinds), "arena"]))
    .addOption(new Option("--format <format>", "how to write it").choices(formats).default("jsonl"))
    .option("--out <file>", "where to (default: stdout)")
    .option("--method <method>", "leaderboard: the rating method")
    .option("--criterion <slug>", "leaderboard, preference data: the criterion")
    .option("--category <name>", "leaderboard: the category of prompts")
    .addOption(
      new Option("--judges <kind>", "leaderboard, preference data: whose votes").choices([
        "all",
        "human",
        "llm",
        "rule",
        "panel",
      ]),
    );
  withServer(command).addHelpText("after", help).action(run);
}
