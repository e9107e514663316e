import { ApiError } from "@agon/contract/client";

/** A refusal in one line: what the server says, and the first places it names. */
export function failureText(error: unknown): string {
  if (!(error instanceof ApiError)) return error instanceof Error ? error.message : String(error);
  const places = error.errors.slice(0, 5).map(({ pointer, detail, line }) => {
    const where = line === undefined ? pointer : `${line} ${pointer}`;
    return `${where}: ${detail}`;
  });
  return [error.message, ...places].join(" · ");
}
