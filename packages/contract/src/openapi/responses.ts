// What a call can answer beside its success: which codes, under which status, with which headers.
import { type ErrorCode, errorCodes } from "../errors.ts";
import type { AnyRoute } from "../routes/index.ts";
import { headerRefs } from "./headers.ts";

/** Any call can meet these. */
const everywhere: readonly ErrorCode[] = ["parameter_invalid", "rate_limited", "unavailable"];

const idempotencyErrors: readonly ErrorCode[] = ["idempotency_mismatch", "idempotency_in_progress"];

/** The coded failures that a call documents, each once. */
export function documentedCodes(route: AnyRoute): readonly ErrorCode[] {
  const keyed: readonly ErrorCode[] = route.scope ? ["key_missing", "key_invalid", "scope_missing"] : [];
  const written: readonly ErrorCode[] = route.method === "get" ? [] : ["origin_foreign"];
  const repeated = route.method === "post" ? idempotencyErrors : [];
  return [...new Set([...route.errors, ...keyed, ...written, ...repeated, ...everywhere])];
}

const requestId = "0f3f6f1e-8a53-4c3e-9d0c-1f7f1d1c2b3a";

function exampleOf(code: ErrorCode, origin: string) {
  const [status, title] = errorCodes[code];
  const type = `${origin}/docs/plain#${code}`;
  return { value: { type, title, status, code, detail: `${title}.`, errors: [], request_id: requestId } };
}

function problemOf(status: number, codes: readonly ErrorCode[], origin: string) {
  const waits = status === 429 || status === 503;
  return {
    description: codes.map((code) => `\`${code}\`: ${errorCodes[code][1]}`).join("; "),
    headers: headerRefs([
      "X-Request-Id",
      ...(waits ? (["Retry-After"] as const) : []),
      ...(status === 401 ? (["WWW-Authenticate"] as const) : []),
    ]),
    content: {
      "application/problem+json": {
        schema: { $ref: "#/components/schemas/Problem" },
        examples: Object.fromEntries(codes.map((code) => [code, exampleOf(code, origin)])),
      },
    },
  };
}

/** The refusals of a call by status, and 304 where the reader may have the answer already. */
export function refusals(route: AnyRoute, origin: string): Record<string, object> {
  const byStatus = Map.groupBy(documentedCodes(route), (code) => errorCodes[code][0]);
  const problems = [...byStatus].map(([status, codes]) => [status, problemOf(status, codes, origin)]);
  const unchanged = { description: "Nothing changed since the ETag", headers: headerRefs(["ETag"]) };
  return { ...(route.etag ? { 304: unchanged } : {}), ...Object.fromEntries(problems) };
}
