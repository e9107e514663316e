import type { NewModel, NewPrompt } from "@agon/contract";
import type { Client } from "@agon/contract/client";
import type { UploadKind } from "./check-rows.ts";
import type { SourceRow } from "./read-rows.ts";

/** Rows a request carries; the body of so many outputs stays well under the server's limit. */
const rowsPerRequest = 200;
const bodyChars = 900_000;

/** Cuts rows into requests of at most 200 rows and 900,000 characters. */
export function requestsOf(rows: readonly SourceRow[]): SourceRow[][] {
  const requests: SourceRow[][] = [];
  let sizeChars = 0;
  for (const row of rows) {
    const rowChars = JSON.stringify(row.fields).length;
    const last = requests.at(-1);
    if (last && last.length < rowsPerRequest && sizeChars + rowChars <= bodyChars) {
      last.push(row);
      sizeChars += rowChars;
    } else {
      requests.push([row]);
      sizeChars = rowChars;
    }
  }
  return requests;
}

async function sendOne(
  api: Client,
  arena: string,
  kind: UploadKind,
  rows: readonly SourceRow[],
): Promise<number> {
  // The rows were checked against the shapes before; the server checks them again.
  const fields = rows.map((row) => row.fields as unknown);
  switch (kind) {
    case "models":
      return (await api.addModels(arena, fields as NewModel[])).data.length;
    case "prompts":
      return (await api.addPrompts(arena, fields as NewPrompt[])).data.length;
    case "outputs":
      return (await api.addOutputs(arena, `${fields.map((row) => JSON.stringify(row)).join("\n")}\n`))
        .accepted;
  }
}

/** Sends an upload request by request; repeating it is harmless, because rows are known by their slugs. */
export async function sendRows(
  api: Client,
  arena: string,
  kind: UploadKind,
  rows: readonly SourceRow[],
  onProgress: (done: number) => void,
): Promise<number> {
  let taken = 0;
  let done = 0;
  for (const request of requestsOf(rows)) {
    taken += await sendOne(api, arena, kind, request);
    done += request.length;
    onProgress(done);
  }
  return taken;
}
