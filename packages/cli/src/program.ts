import { Command } from "commander";
import { addImport } from "./commands/import.ts";
import { addRate } from "./commands/rate.ts";

/** The whole command line. Parsing it throws `CommanderError` after usage errors and `--help`. */
export function program(): Command {
  const agon = new Command("agon")
    .description("Compare the outputs of generative models: import them, run tournaments, rate the votes.")
    .helpCommand(false)
    .showHelpAfterError("Add --help to see what the command takes.")
    .exitOverride();
  addImport(agon);
  addRate(agon);
  return agon;
}
