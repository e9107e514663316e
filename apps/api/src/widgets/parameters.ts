// The parameters of a widget's address. Pages append what they like to an address, and snippets outlive versions: what
// is not known here is ignored, what is left empty stands for its default, and a wrong value is refused.
import type { z } from "@hono/zod-openapi";
import { readQuery } from "../http/body.ts";

export function readParameters<Schema extends z.ZodObject>(
  request: Request,
  schema: Schema,
): z.output<Schema> {
  const url = new URL(request.url);
  const known = [...url.searchParams].filter(([name, value]) => name in schema.shape && value !== "");
  url.search = new URLSearchParams(known).toString();
  return readQuery(new Request(url), schema);
}
