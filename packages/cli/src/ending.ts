// How a command that did not work ends: what happened and what to do on stderr, and the exit code.
import { ApiError } from "@agon/contract/client";
import { CommanderError } from "commander";
import { Failure, InputError, systemCode } from "./failure.ts";
import { note } from "./output.ts";

const wrongInput = 2;
const failed = 1;

/** What the caller can do about an answer of the API. */
function apiHint({ status, code }: ApiError): string | null {
  if (code === "key_missing") return "Give a key with --key or AGON_KEY; `npm start` prints the local one.";
  if (status === 401) return "The key is wrong for this server: check --key and --url.";
  if (code === "scope_missing") return "Use a key with the scope this call needs.";
  if (code === "arena_unknown") return "Check --arena; `GET /v1/arenas` lists the arenas.";
  if (status === 429 || status === 503) return "Try again in a moment.";
  return null;
}

function apiLines(error: ApiError): string[] {
  const places = error.errors.map(({ pointer, detail }) => `  ${pointer}: ${detail}`);
  return [error.message, ...places.slice(0, 20)];
}

/** The lines for people and the exit code of an error: 2 for wrong input, 1 for a failure. */
export function describeEnding(error: unknown): {
  readonly lines: readonly string[];
  readonly exitCode: number;
} {
  const withHint = (lines: string[], hint: string | null): string[] =>
    hint === null ? lines : [...lines, hint];
  // Commander has printed its own errors, and the help that was asked for.
  if (error instanceof CommanderError) return { lines: [], exitCode: error.exitCode === 0 ? 0 : wrongInput };
  if (error instanceof InputError)
    return { lines: withHint([error.message], error.hint), exitCode: wrongInput };
  if (error instanceof Failure) return { lines: withHint([error.message], error.hint), exitCode: failed };
  if (error instanceof ApiError) {
    const isOurs = error.status >= 400 && error.status < 500 && error.status !== 429;
    return { lines: withHint(apiLines(error), apiHint(error)), exitCode: isOurs ? wrongInput : failed };
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { lines: [text], exitCode: failed };
}

/** Ends the process after an error. */
export function endWith(error: unknown): void {
  const { lines, exitCode } = describeEnding(error);
  for (const line of lines) note(line);
  process.exitCode = exitCode;
}

/** Whoever read the output has seen enough (`agon export ... | head`): that is no error. */
export function endQuietlyWithoutReader(stream: NodeJS.WriteStream): void {
  stream.on("error", (error) => {
    if (systemCode(error) === "EPIPE") process.exit(0);
    throw error;
  });
}
