import type { Price } from "@agon/judge";
import { InvalidArgumentError } from "commander";

/** List prices in US dollars per million tokens, in and out, as published in 2025; `--price` overrules them. */
const listed: Readonly<Record<string, readonly [number, number]>> = {
  "gpt-4.1": [2, 8],
  "gpt-4.1-mini": [0.4, 1.6],
  "gpt-4.1-nano": [0.1, 0.4],
  "gpt-4o": [2.5, 10],
  "gpt-4o-mini": [0.15, 0.6],
};

export function listedPrice(model: string): Price | null {
  const found = listed[model.replace(/-\d{4}-\d{2}-\d{2}$/, "").replace(/^openai\//, "")];
  return found === undefined ? null : { inputPerMillion: found[0], outputPerMillion: found[1] };
}

/** `IN,OUT` in US dollars per million tokens. */
export function priceOption(text: string): Price {
  const [inputPerMillion, outputPerMillion, ...more] = text
    .split(",")
    .map((part) => Number(part.trim() || "x"));
  const isAmount = (value: number | undefined): value is number =>
    value !== undefined && Number.isFinite(value) && value >= 0;
  if (isAmount(inputPerMillion) && isAmount(outputPerMillion) && more.length === 0) {
    return { inputPerMillion, outputPerMillion };
  }
  throw new InvalidArgumentError("Write IN,OUT: US dollars per million tokens, such as 0.15,0.60.");
}

/** US dollars, at least zero. */
export function amount(text: string): number {
  const value = Number(text.trim() || "x");
  if (Number.isFinite(value) && value >= 0) return value;
  throw new InvalidArgumentError("It must be an amount of US dollars.");
}
