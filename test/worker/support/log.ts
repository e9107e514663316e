// The log as D1 holds it, read behind the referee's back.
import { env } from "cloudflare:workers";
import { expect } from "vitest";
import { operator } from "./api.ts";
import { arenaNumber } from "./contest.ts";

export interface LogLine {
  readonly seq: number;
  readonly ballot: string | null;
  readonly type: string;
  readonly answer: string | null;
}

export async function readLog(arena: string): Promise<LogLine[]> {
  const { results } = await env.DB.prepare(
    "SELECT seq, ballot, type, answer FROM log WHERE arena_id = ?1 ORDER BY seq",
  )
    .bind(await arenaNumber(arena))
    .all<LogLine>();
  return results;
}

/** How often a ballot stands in the log. */
export const timesLogged = async (arena: string, ballot: string): Promise<number> =>
  (await readLog(arena)).filter((line) => line.ballot === ballot).length;

/** Everything the arena counts agrees with a replay of its log from the first entry. */
export async function expectSound(arena: string): Promise<void> {
  const audit = await operator.audit(arena);
  expect(audit, "the live state is the fold of the log").toMatchObject({ equal: true });
  const lines = await readLog(arena);
  expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, at) => at + 1));
}

/** Runs something that must leave no trace in the log. */
export async function withoutTrace<T>(arena: string, run: () => Promise<T>): Promise<T> {
  const before = await readLog(arena);
  const result = await run();
  expect(await readLog(arena), "the log is unchanged").toEqual(before);
  return result;
}
