// Headers that answers and requests carry, each described once.

const text = (description: string, example: string) => ({
  description,
  schema: { type: "string" },
  example,
});

export const headers = {
  "X-Request-Id": text("Names the request in the server's log", "0f3f6f1e-8a53-4c3e-9d0c-1f7f1d1c2b3a"),
  ETag: text("The version of the answer, for `If-None-Match`", 'W/"4f1c2a"'),
  Link: text("The next page, when there is one", '</v1/arenas?cursor=YWZ0ZXI6MTAw>; rel="next"'),
  Location: text("The address of what was made", "/v1/tournaments/haiku.1"),
  "Idempotent-Replayed": text("`true`: this is the kept answer to an earlier request with this key", "true"),
  RateLimit: text("What is left of the limits: `r` requests for `t` seconds", '"writes";r=119;t=60'),
  "RateLimit-Policy": text("The limits: `q` requests in `w` seconds", '"writes";q=120;w=60'),
  "Retry-After": text("Seconds after which to try again", "60"),
  "WWW-Authenticate": text("How to bring a key", 'Bearer realm="agon"'),
} as const;

type HeaderName = keyof typeof headers;

/** References to described headers. */
export const headerRefs = (names: readonly HeaderName[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

const parameter = (name: string, description: string, example: string) => ({
  name,
  in: "header",
  required: false,
  description,
  schema: { type: "string", maxLength: 255 },
  example,
});

/** Headers that requests may carry. */
export const headerParameters = {
  IdempotencyKey: parameter(
    "Idempotency-Key",
    "Makes a repeat harmless: the same key and body get the first answer again, for 24 hours",
    "5b0e1f6a-submit-haiku",
  ),
  IfNoneMatch: parameter("If-None-Match", "The ETag of the answer at hand", 'W/"4f1c2a"'),
} as const;

export const parameterRef = (name: keyof typeof headerParameters) => ({
  $ref: `#/components/parameters/${name}`,
});
