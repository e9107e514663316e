/** Every coded failure of the API, with the HTTP status it travels under. One table, so no door invents its own. */
export const errorCodes = {
  json_malformed: [400, "The body is not JSON"],
  parameter_invalid: [400, "A parameter of the address is not valid"],
  key_missing: [401, "This call needs a key"],
  key_invalid: [401, "The key is not known, expired or revoked"],
  signature_invalid: [401, "The delivery is not signed as it should be"],
  scope_missing: [403, "The key does not allow this"],
  origin_foreign: [403, "The request comes from another site"],
  ballot_forged: [403, "The ballot's token was not issued here"],
  ballot_foreign: [403, "The ballot belongs to somebody else"],
  not_found: [404, "There is nothing at this address"],
  arena_unknown: [404, "There is no such arena"],
  model_unknown: [404, "There is no such model"],
  prompt_unknown: [404, "There is no such prompt"],
  output_unknown: [404, "There is no such output"],
  tournament_unknown: [404, "There is no such tournament"],
  group_unknown: [404, "The tournament has no such bracket"],
  subscription_unknown: [404, "There is no such subscription"],
  delivery_unknown: [404, "There is no such delivery"],
  key_unknown: [404, "There is no such key"],
  match_unknown: [404, "There is no such match"],
  endpoint_unknown: [404, "There is no such webhook endpoint"],
  submission_unknown: [404, "There is no such submission"],
  judge_unknown: [404, "There is no such judge"],
  method_not_allowed: [405, "This address does not take that method"],
  arena_exists: [409, "An arena of this name exists"],
  arena_closed: [409, "The arena takes no votes now"],
  model_exists: [409, "Another model has this name"],
  prompt_exists: [409, "Another prompt has this name"],
  judge_exists: [409, "Another judge has this name"],
  output_exists: [409, "The output is there already with other content"],
  ballot_used: [409, "The ballot was cast with another verdict"],
  withdrawal_late: [409, "The time to undo has passed"],
  ballot_not_cast: [409, "The ballot has not been cast"],
  no_battle_left: [409, "There is nothing left to decide here"],
  tournament_state: [409, "The tournament is not in a state that allows this"],
  subscriptions_full: [409, "The arena has as many subscriptions as it may have"],
  key_protected: [409, "The key belongs to the deployment"],
  match_state: [409, "The match is not in a state that allows this"],
  submission_state: [409, "The submission is not in a state that allows this"],
  idempotency_in_progress: [409, "The first request with this key is still running"],
  ballot_expired: [410, "The ballot has expired"],
  body_too_large: [413, "The body is too large"],
  content_type_unsupported: [415, "The body has the wrong content type"],
  schema_invalid: [422, "The body does not have the required shape"],
  address_refused: [422, "This address may not be called"],
  ranks_do_not_fit: [422, "The verdict does not fit the outputs shown"],
  entrants_too_few: [422, "A tournament needs at least 2 entrants"],
  setup_invalid: [422, "The tournament cannot be set up like this"],
  judge_unavailable: [422, "This judge cannot decide this tournament"],
  board_too_large: [422, "This board takes more work than one request may"],
  import_rows_invalid: [422, "Some rows are not valid; nothing was taken"],
  media_invalid: [422, "The file cannot be stored"],
  submission_invalid: [422, "The submission cannot be taken"],
  idempotency_mismatch: [422, "The idempotency key was used with another body"],
  upgrade_required: [426, "This address is a live feed, to be opened as a WebSocket"],
  rate_limited: [429, "Too many requests"],
  submission_quota: [429, "The submitter's quota is used up"],
  quota_exhausted: [429, "The quota of ballots is used up"],
  internal: [500, "Something broke on our side"],
  format_unsupported: [501, "This format is not spoken here"],
  unavailable: [503, "The arena cannot take this right now"],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ErrorCode = keyof typeof errorCodes;

/** A place in the request and what is wrong there. `line` counts from 1 in line-based bodies. */
export interface ErrorDetail {
  readonly pointer: string;
  readonly detail: string;
  readonly line?: number;
  readonly code?: string;
}

/** A coded failure as a value: what packages return and the API turns into a problem document. */
export interface Failure {
  readonly code: ErrorCode;
  readonly detail: string;
  readonly errors?: readonly ErrorDetail[];
  /** Seconds after which trying again makes sense. */
  readonly retryAfterS?: number;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (
  code: ErrorCode,
  detail: string,
  more: Omit<Failure, "code" | "detail"> = {},
): { readonly ok: false; readonly error: Failure } => ({ ok: false, error: { code, detail, ...more } });
