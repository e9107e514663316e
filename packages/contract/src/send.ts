// How a typed call becomes a request, and its answer a value or an `ApiError`. Types only are imported, so that it adds
// no schema code to a page.
import type { ErrorCode, ErrorDetail } from "./errors.ts";
import type { Problem } from "./schemas/common.ts";

/** The part of `fetch` the client needs; takes an address below the origin. */
export type Fetch = (path: string, init?: RequestInit) => Promise<Response>;

export interface Page<T> {
  readonly data: T[];
  readonly next_cursor: string | null;
}

/** A problem document as an exception: `code`, `status` and the places that are wrong. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  readonly errors: readonly ErrorDetail[];
  readonly retryAfterS: number | null;
  constructor(status: number, problem: Partial<Problem>, retryAfterS: number | null) {
    super(problem.detail ?? problem.title ?? `The server answered ${status}`);
    this.name = "ApiError";
    this.status = status;
    this.code = (problem.code ?? "internal") as ErrorCode;
    this.errors = (problem.errors ?? []) as readonly ErrorDetail[];
    this.retryAfterS = retryAfterS;
  }
}

export type Query = Record<string, string | number | boolean | null | undefined>;

export const withQuery = (path: string, query: Query = {}): string => {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const text = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
  return text === "" ? path : `${path}?${text}`;
};

/** One part of a path. */
export const segment = encodeURIComponent;

async function errorOf(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
  const after = Number(response.headers.get("retry-after"));
  return new ApiError(response.status, problem, Number.isFinite(after) && after > 0 ? after : null);
}

/** Calls with these headers. Throws `ApiError` for any answer that is not 2xx. */
export function senderOf(fetch: Fetch, headers: Readonly<Record<string, string>> = {}) {
  async function send<T>(
    method: string,
    path: string,
    body?: unknown,
    type = "application/json",
  ): Promise<T> {
    const init: RequestInit = { method, headers: { accept: "application/json", ...headers } };
    if (body !== undefined) {
      init.headers = { ...init.headers, "content-type": type };
      init.body = typeof body === "string" ? body : JSON.stringify(body);
    }
    const response = await fetch(path, init);
    if (!response.ok) throw await errorOf(response);
    return (await response.json()) as T;
  }
  const get = <T>(path: string, query?: Query) => send<T>("GET", withQuery(path, query));
  return { send, get };
}
