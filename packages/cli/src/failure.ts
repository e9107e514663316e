// What can go wrong, by who has to act: the caller (exit code 2) or the world (exit code 1).

/** What the caller gave is wrong. `hint` says what to do about it. Ends the process with exit code 2. */
export class InputError extends Error {
  readonly hint: string | null;
  constructor(message: string, hint: string | null = null) {
    super(message);
    this.name = "InputError";
    this.hint = hint;
  }
}

/** What was asked for is fine but did not work. Ends the process with exit code 1. */
export class Failure extends Error {
  readonly hint: string | null;
  constructor(message: string, hint: string | null = null) {
    super(message);
    this.name = "Failure";
    this.hint = hint;
  }
}

/** The code of a failed system call ("ENOENT"), if that is what it is. */
export function systemCode(error: unknown): string | null {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "string" ? code : null;
}
