export type RatingErrorCode =
  | "bad-size"
  | "bad-ballot"
  | "bad-weight"
  | "bad-counts"
  | "bad-option"
  | "not-a-duel"
  | "wrong-method";

/** Refused input: `code` is stable and meant for programs, `message` for people. */
export class RatingError extends Error {
  readonly code: RatingErrorCode;

  constructor(code: RatingErrorCode, message: string) {
    super(message);
    this.name = "RatingError";
    this.code = code;
  }
}

/** A warning leaves the result usable and says what to think of it. */
export interface Warning {
  readonly code: string;
  readonly message: string;
  /** The numbers and names in the message, for those who word it in another language. */
  readonly values?: Readonly<Record<string, string | number>>;
}
