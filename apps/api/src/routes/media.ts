// Files of outputs. They come from strangers: their type is what their bytes said when they were stored, and whatever
// they are, they run nothing and load nothing.
import type { Context, Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { refuse } from "../http/problem.ts";

const hashForm = /^[0-9a-f]{64}$/;

const headersOf = (object: R2Object): Record<string, string> => ({
  "content-type": object.httpMetadata?.contentType ?? "application/octet-stream",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
  "cache-control": "public, max-age=31536000, immutable",
  "cross-origin-resource-policy": "cross-origin",
  "accept-ranges": "bytes",
  etag: object.httpEtag,
});

async function serveMedia(c: Context<AppEnv>): Promise<Response> {
  const hash = c.req.param("hash") ?? "";
  const range = c.req.header("range");
  const object = hashForm.test(hash) ? await read(c.env.MEDIA, hash, c.req.raw.headers, range) : null;
  if (object === null) throw refuse("not_found", "There is no such file.");
  const headers = headersOf(object);
  if (!isWhole(object)) return c.body(null, 304, headers);
  if (range === undefined || object.range === undefined || !("offset" in object.range))
    return c.body(object.body, 200, { ...headers, "content-length": String(object.size) });
  const { offset = 0, length = object.size - offset } = object.range;
  const part = `bytes ${offset}-${offset + length - 1}/${object.size}`;
  return c.body(object.body, 206, { ...headers, "content-range": part, "content-length": String(length) });
}

/** Without its body, the reader has it already. */
const isWhole = (object: R2Object | R2ObjectBody): object is R2ObjectBody => "body" in object;

/** A range that cannot be met is passed over: the whole file is an answer, too. */
async function read(bucket: R2Bucket, hash: string, onlyIf: Headers, range: string | undefined) {
  if (range === undefined) return bucket.get(hash, { onlyIf });
  const head = await bucket.head(hash);
  const found = /^bytes=(\d{0,12})-(\d{0,12})$/.exec(range);
  const part = head && found ? partOf(head.size, found[1] ?? "", found[2] ?? "") : null;
  return part === null ? bucket.get(hash) : bucket.get(hash, { range: part });
}

function partOf(size: number, first: string, last: string): { offset: number; length: number } | null {
  if (first === "") {
    const length = Math.min(Number(last), size);
    return last === "" || length === 0 ? null : { offset: size - length, length };
  }
  const offset = Number(first);
  const end = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  return offset > end ? null : { offset, length: end - offset + 1 };
}

export const bindMedia = (app: Hono<AppEnv>): void => {
  app.get("/media/:hash", serveMedia);
};
