import { type BulkResult, type NewOutput, type Output, outputForm } from "@agon/contract";
import { outputHash, textHash } from "../content/hashes.ts";
import type { Handler } from "../http/bind.ts";
import { checkBody } from "../http/body.ts";
import type { Upload } from "../http/form.ts";
import { must, refuse } from "../http/problem.ts";
import { cleanFile } from "../media/clean-file.ts";
import { storeMedia } from "../media/store.ts";
import type { StoredOutputRow } from "../referee/commands.ts";

const outputRow = async (line: number, row: NewOutput): Promise<StoredOutputRow> => ({
  line,
  model: row.model,
  prompt: row.prompt,
  promptHash: await textHash(row.prompt),
  score: row.score ?? null,
  content: row.content ?? null,
  mediaUrl: row.media_url ?? null,
  hash: await outputHash({ content: row.content ?? null, mediaUrl: row.media_url ?? null }),
});

export const addOutputs: Handler<"addOutputs"> = async ({ c, arena, body, query }) => {
  const { rows, errors } = "file" in body ? { rows: [await uploaded(c.env.MEDIA, body)], errors: [] } : body;
  const stored = await Promise.all(rows.map(({ line, value }) => outputRow(line, value)));
  const keepGoing = query.keep_going === "1";
  const answer = must(await arena.referee.addOutputs(stored, { errors, keepGoing }));
  const { accepted, unchanged, errors: bad } = answer;
  return c.json({ accepted, unchanged, errors: [...bad] } satisfies BulkResult, 201);
};

export const takeOutputDown: Handler<"takeOutputDown"> = async ({ c, arena, body }) => {
  const { name, score } = must(await arena.referee.takeOutputDown(body));
  const blank = { content: null, media_url: null, taken_down: true };
  const answer: Output = { model: { slug: body.model, name }, prompt: body.prompt, score, ...blank };
  return c.json(answer, 200);
};

/** A file as the one row of an upload. It is stored before its row is looked at: unused files are named by nobody. */
async function uploaded(
  bucket: R2Bucket,
  { fields, file }: Upload,
): Promise<{ line: number; value: NewOutput }> {
  const row = checkBody(outputForm, fields);
  const cleaned = cleanFile(file);
  if (!cleaned.ok) {
    const { code, detail } = cleaned;
    throw refuse("media_invalid", detail, { errors: [{ pointer: "/file", code, detail }] });
  }
  return { line: 1, value: { ...row, media_url: await storeMedia(bucket, cleaned.value) } };
}
