#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// Must come before everything else is loaded: a command begins three times sooner.
enableCompileCache();
const { endQuietlyWithoutReader, endWith } = await import("./ending.ts");

endQuietlyWithoutReader(process.stdout);
try {
  const { program } = await import("./program.ts");
  await program().parseAsync();
} catch (error) {
  endWith(error);
}
