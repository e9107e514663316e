// Why a judge gave no answer: what the provider did, or what we would not send.

export type FailureCode =
  /** The endpoint wants a key and none was given. */
  | "key_missing"
  | "key_wrong"
  | "model_unknown"
  /** There is no chat endpoint at the address: a web page, another API, a wrong path. */
  | "not_an_api"
  /** Prompt and outputs are longer than the model can read. */
  | "context_too_long"
  /** The provider says the request itself is wrong. */
  | "request_refused"
  | "quota_exhausted"
  | "rate_limited"
  | "provider_error"
  | "timeout"
  | "unreachable"
  /** The answer stopped before its end. */
  | "cut_off"
  /** Too many calls failed lately: no call is made for a while. */
  | "circuit_open"
  | "budget_spent"
  /** A cap on the cost needs a price. */
  | "price_missing";

export interface ProviderFailure {
  readonly code: FailureCode;
  /** In words, for an operator; holds no key and no more than a line of the provider's answer. */
  readonly detail: string;
  /** Whether the same call may work later. */
  readonly retryable: boolean;
  /** Milliseconds the provider asked to wait. */
  readonly retryAfterMs?: number;
}

const retryable: ReadonlySet<FailureCode> = new Set<FailureCode>([
  "rate_limited",
  "provider_error",
  "timeout",
  "unreachable",
  "cut_off",
  "circuit_open",
]);

export function failureOf(code: FailureCode, detail: string, retryAfterMs?: number): ProviderFailure {
  const failure = { code, detail, retryable: retryable.has(code) };
  return retryAfterMs === undefined ? failure : { ...failure, retryAfterMs };
}
