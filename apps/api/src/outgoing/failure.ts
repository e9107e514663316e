// Why a call to somewhere else did not give an answer. Its detail may be shown to the operator: it holds no secret.

export type OutgoingCode =
  /** The address may not be called. */
  | "address_refused"
  /** The answer was a redirect, which is never followed. */
  | "redirected"
  /** No whole answer in time. */
  | "timed_out"
  /** The body is longer than wanted. */
  | "too_large"
  /** The body has another content type than wanted. */
  | "type_unwanted"
  /** No connection, or it broke. */
  | "unreachable";

export interface OutgoingFailure {
  readonly code: OutgoingCode;
  readonly detail: string;
  /** Status of the answer, where there was one. */
  readonly status?: number;
}

export type OutgoingResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: OutgoingFailure };

export const failed = (
  code: OutgoingCode,
  detail: string,
  status?: number,
): { readonly ok: false; readonly error: OutgoingFailure } => ({
  ok: false,
  error: { code, detail, ...(status === undefined ? {} : { status }) },
});
