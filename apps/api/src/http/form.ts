// A file with its fields, as forms and `curl -F` send them.
import { largestFileBytes } from "../media/clean-file.ts";
import { readBytes } from "./body.ts";
import { refuse } from "./problem.ts";

/** Fields and boundaries around the file. */
const aroundBytes = 65_536;
export const largestFormBytes = largestFileBytes + aroundBytes;

export interface Upload {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: Uint8Array<ArrayBuffer>;
}

export const isForm = (request: Request): boolean =>
  /^multipart\/form-data\s*;/i.test(request.headers.get("content-type") ?? "");

/** One part named `file`, and any number of text fields. */
export async function readForm(request: Request): Promise<Upload> {
  const bytes = await readBytes(request, largestFormBytes);
  const type = request.headers.get("content-type") ?? "";
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData().catch(() => {
    throw refuse("schema_invalid", "The body is not multipart/form-data as its header says.");
  });
  const parts = [...form.entries()];
  const file = form.get("file");
  if (file === null || typeof file === "string") {
    throw refuse("schema_invalid", "Send the output as a file in the part `file`.", {
      errors: [{ pointer: "/file", detail: "is missing" }],
    });
  }
  const fields = parts.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  return { fields: Object.fromEntries(fields), file: new Uint8Array(await file.arrayBuffer()) };
}
