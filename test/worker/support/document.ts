// The API as its own document tells it: tests that walk it meet every new route by themselves.
import { call } from "./api.ts";
import { fill } from "./routes.ts";

export interface DocumentedCall {
  readonly name: string;
  readonly method: string;
  /** With the parameters in braces. */
  readonly path: string;
  readonly needsKey: boolean;
  readonly statuses: readonly number[];
  /** The body shown as an example, and its media type. */
  readonly body: { readonly type: string; readonly example: unknown } | null;
}

interface Operation {
  readonly operationId: string;
  readonly security?: readonly unknown[];
  readonly requestBody?: { readonly content: Record<string, { readonly example?: unknown }> };
  readonly responses: Record<string, unknown>;
}

interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
}

const methods = ["get", "post", "put", "patch", "delete"];

function callOf(method: string, path: string, operation: Operation): DocumentedCall {
  const [content] = Object.entries(operation.requestBody?.content ?? {});
  return {
    name: operation.operationId,
    method: method.toUpperCase(),
    path,
    needsKey: (operation.security ?? []).length > 0,
    statuses: Object.keys(operation.responses).map(Number),
    body: content ? { type: content[0], example: content[1].example } : null,
  };
}

/** Every call of /openapi.json. */
export async function documentedCalls(): Promise<readonly DocumentedCall[]> {
  const { paths } = JSON.parse((await call("GET", "/openapi.json")).text) as Document;
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => callOf(method, path, operation)),
  );
}

/** Makes a documented call with its example body. */
export function makeCall(
  { method, path, body }: DocumentedCall,
  values: Record<string, string>,
  headers: Record<string, string> = {},
) {
  const request = body ? { body: JSON.stringify(body.example), type: body.type } : {};
  return call(method, fill(path, values), { ...request, headers });
}
