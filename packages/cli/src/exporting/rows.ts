// What can be exported, row by row.
import type { BoardRow, Client, Output, Verdict } from "@agon/contract";
import { allItems } from "../server/pages.ts";

/** Which board: `method`, `criterion`, `category`, `judges`. */
type BoardQuery = Readonly<Record<string, string>>;

type Cell = string | number | boolean | null;

/** One row: as JSON, and as the cells of a table. */
export interface ExportRow {
  readonly json: unknown;
  readonly cells: readonly Cell[];
}

export interface ExportKind {
  readonly columns: readonly string[];
  rows(client: Client, arena: string, query: BoardQuery): AsyncGenerator<ExportRow>;
}

const words = (items: readonly (string | number)[]): string => items.join(" ");

const verdictCells = (row: Verdict): Cell[] => [
  row.seq,
  row.ballot,
  row.at,
  row.criterion,
  row.judge.id,
  row.judge.kind,
  row.slots[0]?.prompt ?? "",
  words(row.slots.map(({ model }) => model)),
  words(row.ranks),
  row.first_only,
  words(row.flags),
  row.counted,
  row.tournament,
  row.match,
  row.withdrawn_by,
];

const verdicts: ExportKind = {
  columns: [
    "seq",
    "ballot",
    "at",
    "criterion",
    "judge",
    "judge_kind",
    "prompt",
    "models",
    "ranks",
    "first_only",
    "flags",
    "counted",
    "tournament",
    "match",
    "withdrawn_by",
  ],
  async *rows(client, arena) {
    const page = (cursor: string | undefined) => client.verdicts(arena, { cursor, limit: 1_000 });
    for await (const row of allItems(page)) yield { json: row, cells: verdictCells(row) };
  },
};

const boardCells = (row: BoardRow): Cell[] => [
  row.rank,
  row.rank_lower,
  row.rank_upper,
  row.model.slug,
  row.model.name,
  row.rating,
  row.lower,
  row.upper,
  row.votes,
  row.wins,
  row.losses,
  row.ties,
  row.win_rate,
  row.provisional,
];

const leaderboard: ExportKind = {
  columns: [
    "rank",
    "rank_lower",
    "rank_upper",
    "model",
    "name",
    "rating",
    "lower",
    "upper",
    "votes",
    "wins",
    "losses",
    "ties",
    "win_rate",
    "provisional",
  ],
  async *rows(client, arena, query) {
    const board = await client.leaderboard(arena, query);
    for (const row of board.models) yield { json: row, cells: boardCells(row) };
  },
};

const outputRow = (output: Output & { prompt_text: string }) => ({
  model: output.model.name,
  model_slug: output.model.slug,
  prompt: output.prompt_text,
  prompt_slug: output.prompt,
  content: output.content,
  media_url: output.media_url,
  score: output.score,
});

/** Rows that `agon import csv` and `agon import jsonl` take as they are. */
const outputs: ExportKind = {
  columns: ["model", "model_slug", "prompt", "prompt_slug", "content", "media_url", "score"],
  async *rows(client, arena) {
    const page = (cursor: string | undefined) => client.models(arena, { cursor, limit: 1_000 });
    for await (const { slug } of allItems(page)) {
      const profile = await client.model(arena, slug);
      for (const output of profile.outputs) {
        const row = outputRow(output);
        yield { json: row, cells: Object.values(row) };
      }
    }
  },
};

export const exportKinds = { verdicts, leaderboard, outputs } as const;
