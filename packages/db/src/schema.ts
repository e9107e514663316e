import { sql } from "drizzle-orm";
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** The catalogue: a number for every arena, so that the log's keys stay small. */
export const arenas = sqliteTable("arenas", {
  id: integer().primaryKey({ autoIncrement: true }),
  slug: text().notNull().unique(),
  settings: text().notNull(),
  createdAt: integer("created_at").notNull(),
});

/**
 * The truth: append-only, one sequence per arena, written by the arena's referee alone.
 * `WITHOUT ROWID` (by hand in the migration) makes the primary key the table, so a vote costs two rows written:
 * this one and its entry in the ballot index.
 */
export const log = sqliteTable(
  "log",
  {
    arenaId: integer("arena_id").notNull(),
    seq: integer().notNull(),
    /** Unique id of the ballot, imported vote or command behind the entry; null where a repeat does no harm. */
    ballot: text(),
    type: text().notNull(),
    /** Milliseconds since 1970, taken by the referee when the entry's batch began. */
    at: integer().notNull(),
    /** Number of the tournament the entry concerns. */
    tournament: integer(),
    event: text().notNull(),
    /** The answer given to the caster, byte for byte. */
    answer: text(),
    /** What the entry set in motion, for the live feeds. */
    feed: text(),
  },
  (t) => [
    primaryKey({ columns: [t.arenaId, t.seq] }),
    uniqueIndex("log_ballot").on(t.arenaId, t.ballot).where(sql`ballot IS NOT NULL`),
    /** For a tournament's feed and the verdicts of its matches; open votes are not in it. */
    index("log_tournament").on(t.arenaId, t.tournament, t.seq).where(sql`tournament IS NOT NULL`),
  ],
);

/** Newest states of the referee, cut into chunks; only a shortcut for reading the log. */
export const checkpoints = sqliteTable(
  "checkpoints",
  {
    arenaId: integer("arena_id").notNull(),
    seq: integer().notNull(),
    chunk: integer().notNull(),
    chunks: integer().notNull(),
    data: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.arenaId, t.seq, t.chunk] })],
);

export const models = sqliteTable(
  "models",
  {
    arenaId: integer("arena_id").notNull(),
    model: integer().notNull(),
    slug: text().notNull(),
    name: text().notNull(),
    organization: text(),
    license: text(),
    url: text(),
    family: text(),
    description: text(),
  },
  (t) => [primaryKey({ columns: [t.arenaId, t.model] })],
);

export const prompts = sqliteTable(
  "prompts",
  {
    arenaId: integer("arena_id").notNull(),
    prompt: integer().notNull(),
    slug: text().notNull(),
    text: text().notNull(),
    category: text(),
    reference: text(),
    /** Yes/no questions for judges, as a JSON list. */
    checklist: text(),
  },
  (t) => [primaryKey({ columns: [t.arenaId, t.prompt] })],
);

/** What the models made of the prompts; written once, never changed but for what an operator takes down. */
export const outputs = sqliteTable(
  "outputs",
  {
    arenaId: integer("arena_id").notNull(),
    model: integer().notNull(),
    prompt: integer().notNull(),
    content: text(),
    mediaUrl: text("media_url"),
    score: real(),
    hash: text().notNull(),
    /** When the operator took it down, in milliseconds since 1970: content and address are null since. */
    takenDownAt: integer("taken_down_at"),
  },
  (t) => [
    primaryKey({ columns: [t.arenaId, t.model, t.prompt] }),
    /** Tells whether a file is still in use. */
    index("outputs_media").on(t.mediaUrl).where(sql`media_url IS NOT NULL`),
  ],
);

/** Read model: length and Markdown marks of every output, counted when a board first asks for them. */
export const outputStyles = sqliteTable(
  "output_styles",
  {
    arenaId: integer("arena_id").notNull(),
    model: integer().notNull(),
    prompt: integer().notNull(),
    chars: integer().notNull(),
    tokens: integer().notNull(),
    headings: integer().notNull(),
    bold: integer().notNull(),
    lists: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.arenaId, t.model, t.prompt] })],
);

/** Read model: one row per tournament. */
export const tournaments = sqliteTable(
  "tournaments",
  {
    arenaId: integer("arena_id").notNull(),
    tournament: integer().notNull(),
    status: text().notNull(),
    seq: integer().notNull(),
    summary: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.arenaId, t.tournament] })],
);

/** Read model: one row per match, replaced in the batch of the entry that changed it. */
export const matches = sqliteTable(
  "matches",
  {
    arenaId: integer("arena_id").notNull(),
    tournament: integer().notNull(),
    match: text().notNull(),
    seq: integer().notNull(),
    view: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.arenaId, t.tournament, t.match] })],
);

/** Read model: the default board, at most every two seconds; what pages show when the referee cannot answer. */
export const boards = sqliteTable(
  "boards",
  {
    arenaId: integer("arena_id").notNull(),
    criterion: text().notNull(),
    seq: integer().notNull(),
    at: integer().notNull(),
    board: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.arenaId, t.criterion] })],
);

/** Operators' keys: only the hash stands here. */
export const apiKeys = sqliteTable("api_keys", {
  id: text().primaryKey(),
  /** Hex SHA-256 of the whole key text. */
  hash: text().notNull(),
  name: text().notNull(),
  scopes: text().notNull(),
  /** Null: every arena. */
  arenaId: integer("arena_id"),
  createdAt: integer("created_at").notNull(),
  expiresAt: integer("expires_at"),
  lastUsedAt: integer("last_used_at"),
});

/** Where models are submitted to. Secrets are derived from the id and the version, and stand nowhere. */
export const hookEndpoints = sqliteTable(
  "hook_endpoints",
  {
    id: text().primaryKey(),
    arenaId: integer("arena_id").notNull(),
    name: text().notNull(),
    version: integer().notNull(),
    /** Until when the secret of the version before is good, too, in milliseconds since 1970. */
    previousUntil: integer("previous_until"),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [index("hook_endpoints_arena").on(t.arenaId, t.createdAt)],
);

/** Outputs of submissions that are not in the arena yet; an output moves to `outputs` with its model. */
export const submissionOutputs = sqliteTable(
  "submission_outputs",
  {
    arenaId: integer("arena_id").notNull(),
    submission: text().notNull(),
    prompt: integer().notNull(),
    content: text(),
    mediaUrl: text("media_url"),
    score: real(),
    hash: text(),
    /** Where it is to be had, while it has not come: JSON. */
    source: text(),
  },
  (t) => [primaryKey({ columns: [t.arenaId, t.submission, t.prompt] })],
);

/** What was done with keys: one row per call that changed something. */
export const operatorActions = sqliteTable(
  "operator_actions",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    keyId: text("key_id").notNull(),
    keyName: text("key_name").notNull(),
    arenaId: integer("arena_id"),
    action: text().notNull(),
    target: text().notNull(),
    status: integer().notNull(),
    requestId: text("request_id").notNull(),
  },
  (t) => [index("operator_actions_arena").on(t.arenaId, t.id)],
);

/** Answers to requests that carried an `Idempotency-Key`, kept for a day. */
export const idempotency = sqliteTable(
  "idempotency",
  {
    /** Hash of (caller, method, path, key). */
    id: text().primaryKey(),
    bodyHash: text("body_hash").notNull(),
    status: integer(),
    answer: text(),
    at: integer().notNull(),
  },
  (t) => [index("idempotency_at").on(t.at)],
);

/** Answers of language-model judges, kept on arrival: what was paid for once is never asked for again. */
export const judgeAnswers = sqliteTable("judge_answers", {
  /** Hash of everything the answer depends on. */
  key: text().primaryKey(),
  answer: text().notNull(),
  at: integer().notNull(),
});

/** What judges were asked and what it came to. */
export const judgeTotals = sqliteTable(
  "judge_totals",
  {
    arenaId: integer("arena_id").notNull(),
    /** The judge the battles were given to: the panel, or the judge itself. */
    payer: text().notNull(),
    /** The judge that was asked. */
    judge: text().notNull(),
    calls: integer().notNull(),
    failures: integer().notNull(),
    invalid: integer().notNull(),
    inputTokens: integer("input_tokens").notNull(),
    outputTokens: integer("output_tokens").notNull(),
    /** US dollars. */
    costUsd: real("cost_usd").notNull(),
  },
  (t) => [primaryKey({ columns: [t.arenaId, t.payer, t.judge] })],
);
