import { type Schema, Validator } from "@cfworker/json-schema";
import type { Judge } from "../judge.ts";
import { judgeByTest } from "./pattern.ts";

/** The rule `json-schema`: outputs that are JSON and valid against the schema (draft 2020-12) win. */
export function jsonSchemaJudge(schema: Schema | boolean): Judge {
  const validator = new Validator(schema, "2020-12");
  const isValid = (content: string): boolean => {
    try {
      return validator.validate(JSON.parse(content)).valid;
    } catch (error) {
      if (error instanceof SyntaxError) return false;
      throw error;
    }
  };
  return (battle) => judgeByTest(battle, isValid);
}
