// What the object that measures is asked and answers; apart from it, because the asker does not run in workerd.

/** `group`: group commit; `single`: one `batch()` a vote, the callers' batches side by side. */
export interface Run {
  readonly way: "group" | "single";
  /** Voters that wait for the answer before they cast the next. */
  readonly callers: number;
  readonly votes: number;
}

export interface Measured {
  readonly votesPerS: number;
  readonly votesPerBatch: number;
  /** By D1's own meta. */
  readonly rowsWrittenPerVote: number;
}
