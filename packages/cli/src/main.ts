#!/usr/bin/env node
import { endWith } from "./ending.ts";
import { program } from "./program.ts";

try {
  await program().parseAsync();
} catch (error) {
  endWith(error);
}
