import { evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { snapshotText } from "@agon/arena";
import { afterEach, expect, test, vi } from "vitest";
import { loadArena, replayArena, writeCheckpoint } from "../../apps/api/src/referee/checkpoint.ts";
import { api, operator } from "./support/api.ts";
import { arenaNumber, createContest, refereeOf } from "./support/contest.ts";
import { expectSound } from "./support/log.ts";
import { drawBallot, vote, voteOften } from "./support/voter.ts";

const minuteMs = 60_000;

/** Rings the referee's alarm at a time when everything that waits is due. */
async function ring(arena: string): Promise<void> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + minuteMs });
  expect(await runDurableObjectAlarm(await refereeOf(arena)), "an alarm was set").toBe(true);
  vi.useRealTimers();
}

const checkpoints = async (arena: string) =>
  (
    await env.DB.prepare(
      "SELECT seq, chunk, chunks, data FROM checkpoints WHERE arena_id = ?1 ORDER BY seq, chunk",
    )
      .bind(await arenaNumber(arena))
      .all<{ seq: number; chunk: number; chunks: number; data: string }>()
  ).results;

/** The state as checkpoint and tail give it, and as the whole log gives it. */
async function bothWays(arena: string): Promise<{ short: string; long: string }> {
  const number = await arenaNumber(arena);
  const [short, long] = [await loadArena(env.DB, number), await replayArena(env.DB, number)];
  return { short: snapshotText(short), long: snapshotText(long) };
}

afterEach(() => {
  vi.useRealTimers();
});

test("votes lead to one checkpoint of the newest state, and older ones are removed", async () => {
  const arena = await createContest();
  await voteOften(arena, 3, { outcome: "a" });
  await ring(arena);
  const first = await checkpoints(arena);
  expect(first.map(({ seq }) => seq)).toEqual([(await api.arena(arena)).seq]);
  await voteOften(arena, 2, { outcome: "b" });
  await ring(arena);
  const second = await checkpoints(arena);
  expect(second.map(({ seq }) => seq)).toEqual([(await api.arena(arena)).seq]);
});

test("checkpoint and tail give the bytes of a replay from zero, also past a refit of the live ratings", async () => {
  const arena = await createContest({ models: 5, settings: { k: 3 } });
  await voteOften(arena, 15, { ranks: [1, 2, 3] });
  await ring(arena);
  await voteOften(arena, 25, { ranks: [2, 1, 2] });
  const { short, long } = await bothWays(arena);
  expect(short).toBe(long);
  await evictDurableObject(await refereeOf(arena));
  await expectSound(arena);
});

test("a restarted referee answers as before", async () => {
  const arena = await createContest({ score: (model) => model });
  await voteOften(arena, 5, { outcome: "a" });
  await operator.createTournament(arena, { format: "series", judge: "human", seed: 1 });
  const before = [await api.arena(arena), await api.models(arena), await api.tournament(`${arena}.1`)];
  await evictDurableObject(await refereeOf(arena));
  expect([await api.arena(arena), await api.models(arena), await api.tournament(`${arena}.1`)]).toEqual(
    before,
  );
  await vote(await drawBallot(arena), { outcome: "b" });
  await expectSound(arena);
});

test("a large state is cut into chunks below a megabyte and put together again", async () => {
  const arena = await createContest({ models: 200, prompts: 60 });
  const number = await arenaNumber(arena);
  await writeCheckpoint(env.DB, number, await replayArena(env.DB, number));
  const rows = await checkpoints(arena);
  expect(rows.length).toBeGreaterThan(1);
  expect(Math.max(...rows.map(({ data }) => data.length))).toBeLessThanOrEqual(1_000_000);
  const { short, long } = await bothWays(arena);
  expect(short).toBe(long);
});

test.each([
  ["a missing chunk", "DELETE FROM checkpoints WHERE arena_id = ?1 AND chunk = chunks - 1"],
  ["torn text", "UPDATE checkpoints SET data = substr(data, 1, 100) WHERE arena_id = ?1"],
  ["the shape of another version", `UPDATE checkpoints SET data = '{"seq":3}' WHERE arena_id = ?1`],
])("a checkpoint with %s is passed over for the log", async (_, damage) => {
  const arena = await createContest();
  await voteOften(arena, 4, { outcome: "a" });
  await ring(arena);
  await env.DB.prepare(damage)
    .bind(await arenaNumber(arena))
    .run();
  await evictDurableObject(await refereeOf(arena));
  expect((await api.arena(arena)).votes).toBe(4);
  await expectSound(arena);
});

test("the default board is kept as a row for pages that find no referee", async () => {
  const arena = await createContest();
  await voteOften(arena, 3, { outcome: "a" });
  await ring(arena);
  const row = await env.DB.prepare(
    "SELECT seq, board FROM boards WHERE arena_id = ?1 AND criterion = 'overall'",
  )
    .bind(await arenaNumber(arena))
    .first<{ seq: number; board: string }>();
  const { as_of: _, ...live } = await api.leaderboard(arena);
  const { as_of: __, ...kept } = JSON.parse(row?.board ?? "{}");
  expect(row?.seq).toBe(live.seq);
  expect(kept).toEqual(live);
});
