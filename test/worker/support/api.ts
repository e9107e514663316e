// The Worker under test, called as a client calls it.
import { exports } from "cloudflare:workers";
import { createClient } from "@agon/contract";
import { operatorKey } from "./secrets.ts";

export const origin = "http://localhost";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface Request {
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, with `type`. */
  readonly body?: BodyInit;
  readonly type?: string;
  readonly headers?: Record<string, string>;
}

export const asOperator = { authorization: `Bearer ${operatorKey}` };

const fetchWorker = (path: string, init?: RequestInit): Promise<Response> =>
  exports.default.fetch(origin + path, init);

/** Any call, right or wrong. */
export async function call(method: string, path: string, request: Request = {}): Promise<Answer> {
  const {
    json,
    body = json === undefined ? null : JSON.stringify(json),
    type = "application/json",
  } = request;
  const headers = { ...(body === null ? {} : { "content-type": type }), ...request.headers };
  const response = await fetchWorker(path, { method, headers, body });
  const text = new TextDecoder().decode(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, text };
}

/** The same with the operator's key. */
export const operate = (method: string, path: string, request: Request = {}): Promise<Answer> =>
  call(method, path, { ...request, headers: { ...asOperator, ...request.headers } });

/** The body of an answer, in the shape that its route documents. */
export const read = <Shape>(answer: Answer): Shape => JSON.parse(answer.text) as Shape;

/** The typed client, as anybody and as the operator. */
export const api = createClient(fetchWorker);
export const operator = createClient(fetchWorker, asOperator);
