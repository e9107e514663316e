import { Command, type OutputConfiguration } from "commander";
import { addDemo } from "./commands/demo.ts";
import { addExport } from "./commands/export.ts";
import { addImport } from "./commands/import.ts";
import { addKeys } from "./commands/keys.ts";
import { addRate } from "./commands/rate.ts";
import { addRun } from "./commands/run.ts";
import { addSubmit } from "./commands/submit.ts";
import { addTournament } from "./commands/tournament.ts";
import { addWebhook } from "./commands/webhook.ts";

/**
 * The whole command line. Parsing it throws `CommanderError` after usage errors and `--help`.
 *
 * @param output where usage errors and help are written
 */
export function program(output: OutputConfiguration = {}): Command {
  const agon = new Command("agon")
    .description("Compare the outputs of generative models: import them, run tournaments, rate the votes.")
    .helpCommand(false)
    .showHelpAfterError("Add --help to see what the command takes.")
    .configureOutput(output)
    .exitOverride();
  addImport(agon);
  addRun(agon);
  addRate(agon);
  addTournament(agon);
  addExport(agon);
  addSubmit(agon);
  addKeys(agon);
  addWebhook(agon);
  addDemo(agon);
  return agon;
}
