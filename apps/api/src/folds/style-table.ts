// The style of an arena's outputs. Every output is read once in its life: what was counted is kept as a read model, and
// in the memory of the isolate. Neither ever holds more than a page of contents.
import { refuse } from "../http/problem.ts";
import { noStyle, type OutputStyle, styleOf } from "./output-style.ts";

/** The style of the output that a model gave to a prompt; what is not a text has none. */
export type StyleTable = (model: number, prompt: number) => OutputStyle;

const maxOutputs = 200_000;
const contentPage = 40;
const stylePage = 5_000;
const tablesKept = 4;
/** Prompts are numbered below this. */
const promptStride = 1 << 20;

const keyOf = (model: number, prompt: number): number => model * promptStride + prompt;

interface Place {
  readonly model: number;
  readonly prompt: number;
}

const start: Place = { model: -1, prompt: -1 };

/** Pages of a query over (model, prompt), which takes ?1 arena, ?2 model, ?3 prompt, ?4 limit. */
async function* pages<Row extends Place>(
  db: D1Database,
  sql: string,
  arena: number,
  size: number,
): AsyncGenerator<Row[]> {
  for (let after: Place | undefined = start; after !== undefined; ) {
    const { results }: D1Result<Row> = await db
      .prepare(sql)
      .bind(arena, after.model, after.prompt, size)
      .all<Row>();
    if (results.length > 0) yield results;
    after = results.length < size ? undefined : results.at(-1);
  }
}

const uncounted = `SELECT o.model, o.prompt, o.content FROM outputs o
  LEFT JOIN output_styles s ON s.arena_id = o.arena_id AND s.model = o.model AND s.prompt = o.prompt
  WHERE o.arena_id = ?1 AND (o.model, o.prompt) > (?2, ?3) AND s.arena_id IS NULL
  ORDER BY o.model, o.prompt LIMIT ?4`;

const counted = `SELECT model, prompt, chars, tokens, headings, bold, lists FROM output_styles
  WHERE arena_id = ?1 AND (model, prompt) > (?2, ?3) ORDER BY model, prompt LIMIT ?4`;

/** Another isolate may count the same outputs at the same time; both find the same. */
const keep = `INSERT OR IGNORE INTO output_styles (arena_id, model, prompt, chars, tokens, headings, bold, lists)
  SELECT ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
  FROM json_each(?1)`;

async function countNew(db: D1Database, arena: number): Promise<void> {
  const found = pages<Place & { content: string | null }>(db, uncounted, arena, contentPage);
  for await (const outputs of found) {
    const rows = outputs.map(({ model, prompt, content }) => {
      const { chars, tokens, headings, bold, lists } = content === null ? noStyle : styleOf(content);
      return [model, prompt, chars, tokens, headings, bold, lists];
    });
    await db.prepare(keep).bind(JSON.stringify(rows), arena).run();
  }
}

async function readTable(db: D1Database, arena: number): Promise<Map<number, OutputStyle>> {
  await countNew(db, arena);
  const table = new Map<number, OutputStyle>();
  for await (const rows of pages<Place & OutputStyle>(db, counted, arena, stylePage)) {
    for (const { model, prompt, ...style } of rows) table.set(keyOf(model, prompt), style);
  }
  return table;
}

/** Outputs are written once, so their number tells whether a table is complete. */
const kept = new Map<
  number,
  { readonly outputs: number; readonly table: Promise<Map<number, OutputStyle>> }
>();

export async function readStyles(db: D1Database, arena: number, outputs: number): Promise<StyleTable> {
  if (outputs > maxOutputs) {
    throw refuse("board_too_large", `Style and length are compared over up to ${maxOutputs} outputs.`);
  }
  let known = kept.get(arena);
  if (known?.outputs !== outputs) {
    known = { outputs, table: readTable(db, arena) };
    known.table.catch(() => kept.delete(arena));
  }
  kept.delete(arena);
  kept.set(arena, known);
  const oldest = kept.keys().next().value;
  if (kept.size > tablesKept && oldest !== undefined) kept.delete(oldest);
  const table = await known.table;
  return (model, prompt) => table.get(keyOf(model, prompt)) ?? noStyle;
}
