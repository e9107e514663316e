#!/usr/bin/env node
import { endQuietlyWithoutReader, endWith } from "./ending.ts";
import { program } from "./program.ts";

endQuietlyWithoutReader(process.stdout);
try {
  await program().parseAsync();
} catch (error) {
  endWith(error);
}
