import { type Command, Option } from "commander";
import { formatFor } from "../importing/detect.ts";
import { importFormats } from "../importing/formats/index.ts";
import type { ImportOptions } from "../importing/import.ts";
import { callerPath, sourceOf } from "../importing/paths.ts";
import { reportText } from "../importing/report-text.ts";
import { print, printJson } from "../output.ts";
import { progressOn } from "../progress.ts";
import { connect, type ServerOptions } from "../server/connection.ts";
import { pairs, wholeNumber, withServer } from "./options.ts";

type Options = ImportOptions & ServerOptions & { readonly json?: true };

async function run(name: string, paths: readonly string[], options: Options): Promise<void> {
  const format = await formatFor(name, undefined);
  const files = await sourceOf(format, paths.map(callerPath));
  // The contract's schemas take a while to load: only imports wait for them.
  const { importFiles } = await import("../importing/import.ts");
  const { client } = await connect(options);
  const progress = progressOn(process.stderr);
  const report = await importFiles(client, format, files, options, progress).finally(() => progress.finish());
  await (options.json === true ? printJson(report) : print(reportText(report)));
}

const help = `
Formats
${importFormats.map(({ name, summary }) => `  ${name.padEnd(14)} ${summary}`).join("\n")}

Every row is checked before anything is sent: one bad row refuses the whole import, unless --keep-going.
The same import again changes nothing, and one that was interrupted goes on.
A model's address is its name in lower case; two names that would share one get six digits of a hash.`;

/** `agon import FORMAT FILES... --arena SLUG` */
export function addImport(agon: Command): void {
  const command = agon
    .command("import")
    .description("bring stored outputs and votes into an arena")
    .addArgument(
      agon.createArgument("<format>", "what the files are").choices(importFormats.map(({ name }) => name)),
    )
    .argument("<files...>", "files or folders")
    .requiredOption("--arena <slug>", "the arena")
    .option("--create", "make the arena when it is not there", false)
    .option("--title <text>", "the new arena's title")
    .option("--k <number>", "the new arena shows so many outputs at once (default: 2)", wholeNumber(2, 8))
    .addOption(
      new Option("--modality <kind>", "of the new arena").choices([
        "text",
        "image",
        "audio",
        "video",
        "code",
      ]),
    )
    .option("--keep-going", "leave bad rows out and take the others", false)
    .option("--with-llm", "llmfao: take GPT-4's verdicts too")
    .option("--model <name>", "lm-eval: the model, which its files do not name")
    .option(
      "--map <columns>",
      "csv, jsonl: model=COLUMN,prompt=COLUMN,content=COLUMN,score=COLUMN,...",
      pairs,
    )
    .option("--json", "print JSON and nothing else");
  withServer(command).addHelpText("after", help).action(run);
}
