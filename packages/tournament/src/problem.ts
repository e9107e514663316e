/** Why a setup was refused; the codes are stable, the details are for people. */
export type ProblemCode =
  | "too_few_entrants"
  | "too_many_entrants"
  | "no_prompts"
  | "k_too_large"
  | "not_an_object"
  | "unknown_option"
  | "wrong_type"
  | "out_of_range"
  | "not_a_choice"
  | "options_of_another_format"
  | "advance_must_divide_k"
  | "bad_missing"
  | "bad_ratings"
  | "bad_anchors"
  | "bad_newcomer";

export interface Problem {
  readonly code: ProblemCode;
  /** JSON pointer into the setup or the options. */
  readonly pointer: string;
  readonly detail: string;
}

/** Thrown by `start` for a setup that `checkSetup` would have refused. */
export class TournamentError extends Error {
  readonly code: ProblemCode;
  readonly pointer: string;

  constructor(problem: Problem) {
    super(`${problem.pointer}: ${problem.detail}`);
    this.name = "TournamentError";
    this.code = problem.code;
    this.pointer = problem.pointer;
  }
}
