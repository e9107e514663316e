import type { ProviderFailure } from "../failure.ts";
import type { Protocol, Question } from "../protocol/protocol.ts";
import type { Spend } from "../spend.ts";

export type Reply<T> =
  | {
      readonly status: "answered";
      readonly value: T;
      /** One per label of the protocol. */
      readonly probabilities: readonly number[] | null;
      readonly reason: string | null;
      readonly reformatted: boolean;
      readonly spend: Spend;
    }
  | { readonly status: "invalid"; readonly reason: string; readonly spend: Spend }
  | { readonly status: "failed"; readonly failure: ProviderFailure; readonly spend: Spend };

/** Puts questions to one model. */
export interface Asker {
  /** Names the model and its endpoint, without a key. */
  readonly judge: string;
  readonly ask: <T>(protocol: Protocol<T>, question: Question) => Promise<Reply<T>>;
}
