import type { VerdictRow } from "@agon/arena";
import type { importedVerdict } from "@agon/contract";
import type { z } from "@hono/zod-openapi";
import { textHash } from "../content/hashes.ts";
import { readVerdicts } from "../content/verdicts.ts";
import type { Handler } from "../http/bind.ts";
import type { Rows } from "../http/body.ts";
import { limitOf, nextCursor, positionOf } from "../http/paging.ts";
import { must } from "../http/problem.ts";

export const listVerdicts: Handler<"listVerdicts"> = async ({ c, arena, query }) => {
  const limit = limitOf(query);
  const rows = await readVerdicts(c.env.DB, arena, { after: positionOf(query), limit: limit + 1 });
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  const cursor = nextCursor(c, rows.length > limit && last ? last.seq : null);
  const lines = query.format === "ndjson" || (c.req.header("accept") ?? "").includes("application/x-ndjson");
  if (query.format === "json" || !lines) return c.json({ data, next_cursor: cursor }, 200);
  const text = data.map((row) => `${JSON.stringify(row)}\n`).join("");
  return c.body(text, 200, { "content-type": "application/x-ndjson" });
};

type Imported = z.output<typeof importedVerdict>;

/** Imported ids get a prefix of their own, so that they never meet a ballot of this arena. */
const verdictRow = async (line: number, row: Imported): Promise<VerdictRow> => ({
  line,
  id: `i.${row.id}`,
  models: row.models,
  prompt: row.prompt,
  promptHash: await textHash(row.prompt),
  ranks: row.ranks,
  firstOnly: row.first_only,
  criterion: row.criterion,
  judge: row.judge,
  flags: row.flags,
  castAt: row.at === undefined ? null : Date.parse(row.at),
});

export const importVerdicts: Handler<"importVerdicts"> = async ({ c, arena, body, query }) => {
  const { rows, errors } = body as Rows<Imported>;
  const verdicts = await Promise.all(rows.map(({ line, value }) => verdictRow(line, value)));
  const keepGoing = query.keep_going === "1";
  const answer = must(await arena.referee.importVerdicts(verdicts, { errors, keepGoing }));
  return c.json(answer, 201);
};
