/** Work for the queue. Everything else about it is asked for when it is done: a message may be old. */
export type WorkMessage = {
  readonly kind: "submission-output";
  /** The arena's number. */
  readonly arena: number;
  readonly submission: string;
  /** The prompt's number. */
  readonly prompt: number;
};
