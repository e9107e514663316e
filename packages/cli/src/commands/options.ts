// Options that several commands share, and how their texts become values.
import { type Command, InvalidArgumentError, Option } from "commander";

/** Adds `--url` and `--key`. */
export function withServer(command: Command): Command {
  const url = new Option(
    "--url <url>",
    "the server (default: the one npm start runs here, else http://localhost:8787)",
  ).env("AGON_URL");
  const key = new Option("--key <key>", "the API key (default: the local server's own)").env("AGON_KEY");
  return command.addOption(url).addOption(key);
}

/** A whole number of at least `least`. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^-?\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

/** `a,b,c` as a list. */
export function list(text: string): string[] {
  const items = text.split(",").map((item) => item.trim());
  if (items.every((item) => item !== "")) return items;
  throw new InvalidArgumentError("Separate the names by commas.");
}

/** `name=value,name=value`, perhaps given several times. */
export function pairs(text: string, before: Record<string, string> = {}): Record<string, string> {
  const entries = list(text).map((pair) => {
    const at = pair.indexOf("=");
    if (at <= 0 || at === pair.length - 1) throw new InvalidArgumentError("Write name=value.");
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
  return { ...before, ...Object.fromEntries(entries) };
}

/** The seed of everything random. */
export const seed = wholeNumber(0, Number.MAX_SAFE_INTEGER);

/** `name=value` with a JSON value, else a text: the options of a tournament's format. */
export function formatOptions(text: string, before: Record<string, unknown>): Record<string, unknown> {
  const at = text.indexOf("=");
  if (at <= 0) throw new InvalidArgumentError("Write name=value.");
  return { ...before, [text.slice(0, at)]: jsonOrText(text.slice(at + 1)) };
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The fields that have a value. */
export const given = <T>(fields: Readonly<Record<string, T | undefined>>): Record<string, T> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
