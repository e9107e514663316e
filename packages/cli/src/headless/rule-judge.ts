import { readFile } from "node:fs/promises";
import { endpointJudge, type Judge, jsonSchemaJudge, judgeFor, patternJudge } from "@agon/judge";
import { InputError, systemCode } from "../failure.ts";
import { callerPath } from "../importing/paths.ts";
import type { JudgeName } from "./judge-name.ts";

async function schemaAt(file: string): Promise<Judge> {
  try {
    return jsonSchemaJudge(JSON.parse(await readFile(callerPath(file), "utf8")));
  } catch (error) {
    if (systemCode(error) === "ENOENT") throw new InputError(`${file}: there is no such file`);
    throw new InputError(`${file} is not a JSON schema`, "Give a file that holds one JSON schema.");
  }
}

function patternOf(pattern: string): Judge {
  try {
    return patternJudge(pattern);
  } catch (error) {
    throw new InputError(`rule:regex: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The judge of a rule. @throws InputError for a pattern or schema that is none */
export function ruleJudge(name: Exclude<JudgeName, { kind: "llm" }>): Judge | Promise<Judge> {
  switch (name.kind) {
    case "score":
      return judgeFor({ kind: "rule", rule: "score" });
    case "reference":
      return judgeFor({ kind: "rule", rule: "reference", match: name.match });
    case "regex":
      return patternOf(name.pattern);
    case "json-schema":
      return schemaAt(name.file);
    case "http":
      return endpointJudge({ url: name.url, http: fetch });
  }
}
