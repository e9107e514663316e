// One call to a chat model, whoever serves it.
import type { ProviderFailure } from "../failure.ts";
import type { Usage } from "../spend.ts";

/** What leaves the process: `fetch`, or something that guards it. */
export type Http = (url: string, init: RequestInit) => Promise<Response>;

export type ContentPart =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "image_url"; readonly image_url: { readonly url: string } };

export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string | readonly ContentPart[];
}

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  /** The shape of the answer, and its name for the provider. Left out in probability mode. */
  readonly schema?: { readonly name: string; readonly schema: JsonSchema };
  /** Ask for the probabilities of the first token. */
  readonly logprobs?: boolean;
  readonly maxTokens: number;
  readonly seed: number;
}

export interface TokenProbability {
  readonly token: string;
  /** Natural logarithm. */
  readonly logprob: number;
}

export type ChatReply =
  | {
      readonly ok: true;
      readonly text: string;
      /** The model declined to answer. */
      readonly refused: boolean;
      /** Null when the provider does not say. */
      readonly usage: Usage | null;
      /** Likeliest first tokens, where they were asked for and offered. */
      readonly firstToken: readonly TokenProbability[] | null;
      /** What the provider billed in US dollars, where it says so. */
      readonly billedUsd: number | null;
    }
  | { readonly ok: false; readonly failure: ProviderFailure };

export type Chat = (request: ChatRequest) => Promise<ChatReply>;

/** Time and chance, given from outside so that tests need neither. */
export interface Surroundings {
  /** Milliseconds of any clock that never runs backwards. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** A number in [0, 1). */
  readonly random: () => number;
}
