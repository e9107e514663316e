// Bodies that come compressed. They are unpacked while they stream, under the cap of what they unpack to, so that a
// bomb costs no more than an honest body.
import { refuse } from "./problem.ts";

/** The chunks of a body as they were before compression. */
export function bodyChunks(request: Request): AsyncIterable<Uint8Array> | readonly [] {
  const coding = request.headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  if (request.body === null) return [];
  if (coding === "identity") return request.body;
  if (coding !== "gzip") {
    throw refuse("content_type_unsupported", `Send the body as it is or with gzip, not with ${coding}.`);
  }
  return inflated(request.body);
}

async function* inflated(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body.pipeThrough(new DecompressionStream("gzip"));
  } catch {
    throw refuse("json_malformed", "The body is not gzip, or ends in the middle.");
  }
}

export const isCompressed = (request: Request): boolean =>
  !["", "identity"].includes(request.headers.get("content-encoding")?.trim().toLowerCase() ?? "");
