// Bodies are read once, here: capped while they stream in, checked for type and depth, parsed by the contract's schema.
import type { ErrorDetail, RowError } from "@agon/contract";
import type { z } from "@hono/zod-openapi";
import { bodyChunks, isCompressed } from "./inflate.ts";
import { refuse } from "./problem.ts";

const maxDepth = 32;
const namedErrors = 20;
const drainedBytes = 32 * 1_048_576;

/** The whole body; 413 as soon as it is longer than `limitBytes`. */
export async function readBytes(request: Request, limitBytes: number): Promise<Uint8Array> {
  const tooLarge = () => refuse("body_too_large", `The body may have at most ${limitBytes} bytes.`);
  // What is too much is read on and thrown away, up to a point: an answer before the end of a body breaks the
  // connection of a client that is still sending. What unpacks to too much may be a bomb and is left at once.
  const drained = isCompressed(request) ? 0 : drainedBytes;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bodyChunks(request)) {
    size += chunk.byteLength;
    if (size > limitBytes + drained) throw tooLarge();
    if (size <= limitBytes) chunks.push(chunk);
  }
  if (size > limitBytes) throw tooLarge();
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** A body that a signature stands for: what was signed is the body as it travels, so it travels as it is. */
export function readSigned(request: Request, limitBytes: number): Promise<Uint8Array> {
  const encoding = request.headers.get("content-encoding")?.toLowerCase() ?? "identity";
  if (encoding !== "identity")
    throw refuse("content_type_unsupported", "Send the body as it was signed, without Content-Encoding.");
  return readBytes(request, limitBytes);
}

async function readText(request: Request, limitBytes: number): Promise<string> {
  const bytes = await readBytes(request, limitBytes);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw refuse("json_malformed", "The body is not UTF-8 text.");
  }
}

function checkType(request: Request, allowed: readonly string[]): void {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (allowed.includes(type)) return;
  throw refuse(
    "content_type_unsupported",
    `Send the body as ${allowed.join(" or ")}${type ? `, not ${type}` : ""}.`,
  );
}

const isDeeperThan = (levels: number, value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner)));

/** JSON pointer of a place in a body. */
const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** Issues of a schema as places and what is wrong there; a union names the issues of its closest branch. */
function detailsOf(issues: readonly z.core.$ZodIssue[], base: readonly PropertyKey[] = []): ErrorDetail[] {
  return issues.flatMap((issue): ErrorDetail[] => {
    const path = [...base, ...issue.path];
    if (issue.code === "invalid_union" && issue.errors.length > 0) {
      const closest = [...issue.errors].sort((a, b) => farness(a) - farness(b))[0] ?? [];
      return detailsOf(closest, path);
    }
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ pointer: pointer([...path, key]), detail: "is not a known field" }));
    }
    return [{ pointer: pointer(path), detail: issue.message }];
  });
}

const wrongKind = 1_000;

/** A branch of a union is far when it wants another kind of value, lacks fields or meets unknown ones, near when only
 * a value is off. */
const farness = (issues: readonly z.core.$ZodIssue[]): number =>
  issues.reduce((sum, issue) => {
    if (issue.code === "invalid_type" && issue.path.length === 0) return wrongKind;
    const missing = issue.code === "invalid_type" && issue.input === undefined;
    return sum + (issue.code === "unrecognized_keys" ? 3 * issue.keys.length : missing ? 3 : 1);
  }, 0);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refuse(
      "json_malformed",
      `The body is not JSON: ${error instanceof Error ? error.message : "unreadable"}.`,
    );
  }
}

export async function readJson<Schema extends z.ZodType>(
  request: Request,
  { schema, limitBytes, optional }: { schema: Schema; limitBytes: number; optional?: true },
): Promise<z.output<Schema>> {
  const empty = request.body === null || request.headers.get("content-length") === "0";
  if (optional && empty) return schema.parse({});
  if (!empty) checkType(request, ["application/json"]);
  const text = await readText(request, limitBytes);
  if (optional && text.trim() === "") return schema.parse({});
  return parseBody(schema, text);
}

/** A body that was read as text, by its schema. */
export function parseBody<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  const value = parseJson(text);
  if (isDeeperThan(maxDepth, value))
    throw refuse("schema_invalid", `The body is nested deeper than ${maxDepth} levels.`);
  return checkBody(schema, value);
}

/** What a body holds, by its schema. */
export const checkBody = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> =>
  check(schema, value, "schema_invalid", "The body");

/** A value by its schema, or a refusal that names every wrong place. */
function check<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  code: "schema_invalid" | "parameter_invalid",
  what: string,
): z.output<Schema> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const errors = detailsOf(parsed.error.issues).slice(0, namedErrors);
  const first = errors[0];
  throw refuse(code, `${what} is not as it should be: ${first?.pointer || "/"} ${first?.detail}.`, {
    errors,
  });
}

/** The parameters of the address. One that is unknown or given twice is refused: a filter that has no effect lies. */
export function readQuery<Schema extends z.ZodObject>(request: Request, schema: Schema): z.output<Schema> {
  const given = new URL(request.url).searchParams;
  const twice = [...new Set(given.keys())].filter((name) => given.getAll(name).length > 1);
  if (twice.length > 0) {
    const errors = twice.map((name) => ({ pointer: pointer([name]), detail: "is given more than once" }));
    throw refuse("parameter_invalid", `The address is not as it should be: "${twice[0]}" is given twice.`, {
      errors,
    });
  }
  return check(
    schema.strict(),
    Object.fromEntries(given),
    "parameter_invalid",
    "The address",
  ) as z.output<Schema>;
}

export interface Rows<T> {
  readonly rows: readonly { readonly line: number; readonly value: T }[];
  readonly errors: RowError[];
}

/** One JSON object a line; lines that cannot be read are reported by number, empty ones passed over. */
export async function readNdjson<Schema extends z.ZodType>(
  request: Request,
  { schema, limitBytes }: { schema: Schema; limitBytes: number },
): Promise<Rows<z.output<Schema>>> {
  checkType(request, ["application/x-ndjson", "application/jsonl", "application/x-jsonlines"]);
  const text = await readText(request, limitBytes);
  const rows: { line: number; value: z.output<Schema> }[] = [];
  const errors: RowError[] = [];
  for (const [at, source] of text.split("\n").entries()) {
    if (source.trim() === "") continue;
    const line = at + 1;
    const parsed = parseLine(schema, source);
    if ("value" in parsed) rows.push({ line, value: parsed.value });
    else errors.push(...parsed.errors.map((error) => ({ line, ...error })));
  }
  if (rows.length === 0 && errors.length === 0) {
    throw refuse("schema_invalid", "The body holds no rows; send one JSON object a line.", {
      errors: [{ pointer: "", detail: "is empty" }],
    });
  }
  return { rows, errors };
}

type ParsedLine<T> = { value: T } | { errors: Omit<RowError, "line">[] };

function parseLine<Schema extends z.ZodType>(schema: Schema, source: string): ParsedLine<z.output<Schema>> {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return { errors: [{ pointer: "", code: "json_malformed", detail: "the line is not JSON" }] };
  }
  if (isDeeperThan(maxDepth, value)) {
    return {
      errors: [{ pointer: "", code: "schema_invalid", detail: `nested deeper than ${maxDepth} levels` }],
    };
  }
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { value: parsed.data };
  return { errors: detailsOf(parsed.error.issues).map((error) => ({ code: "schema_invalid", ...error })) };
}
