// Answers that were paid for are kept: by the journal of a run, by a table on a server.

/** An answer as it came. Reading it again gives the same verdict, so the text is all that is kept. */
export interface StoredAnswer {
  readonly text: string;
  /** The model declined, or the answer betrays that an output steered it. */
  readonly refused?: true;
  /** It took a second call to get the answer in the right form. */
  readonly reformatted?: true;
  /** The answer is the number of a label. */
  readonly numbered?: true;
  /** Probability of each of the protocol's labels, where the mode offers it. */
  readonly probabilities?: readonly number[];
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly usd: number | null;
}

/** `key` is 64 hexadecimal digits. `put` returns when the answer is safe. */
export interface AnswerStore {
  readonly get: (key: string) => Promise<StoredAnswer | null>;
  readonly put: (key: string, answer: StoredAnswer) => Promise<void>;
}
