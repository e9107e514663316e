// `--judge` in words.
import { InvalidArgumentError } from "commander";

export type JudgeName =
  | { readonly kind: "score" }
  | { readonly kind: "reference"; readonly match: "exact" | "normalised" }
  | { readonly kind: "regex"; readonly pattern: string }
  | { readonly kind: "json-schema"; readonly file: string }
  | { readonly kind: "http"; readonly url: string }
  /** Several models are a panel. */
  | { readonly kind: "llm"; readonly models: readonly string[] };

const forms =
  "score, rule:reference, rule:exact, rule:regex=PATTERN, rule:json-schema=FILE, rule:http=URL, llm:MODEL or llm:MODEL,MODEL";

function ruleOf(name: string, value: string): JudgeName | null {
  if (name === "score" && value === "") return { kind: "score" };
  if (name === "reference" && value === "") return { kind: "reference", match: "normalised" };
  if (name === "exact" && value === "") return { kind: "reference", match: "exact" };
  if (value === "") return null;
  if (name === "regex") return { kind: "regex", pattern: value };
  if (name === "json-schema") return { kind: "json-schema", file: value };
  return name === "http" && URL.canParse(value) ? { kind: "http", url: value } : null;
}

/** @throws InvalidArgumentError for a name that is none */
export function judgeName(text: string): JudgeName {
  const [, kind, rest] = /^(rule|llm):(.*)$/s.exec(text) ?? [null, "rule", text];
  if (kind === "llm") {
    const models = (rest ?? "").split(",").map((model) => model.trim());
    if (models.every((model) => model !== "")) return { kind: "llm", models };
  } else {
    const [, name = "", value = ""] = /^([^=]*)(?:=(.*))?$/s.exec(rest ?? "") ?? [];
    const rule = ruleOf(name, value);
    if (rule !== null) return rule;
  }
  throw new InvalidArgumentError(`It is one of ${forms}.`);
}
