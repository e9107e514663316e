import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { TournamentWish } from "@agon/arena";
import { afterEach, expect, test, vi } from "vitest";
import { tournamentCommand } from "../../apps/api/src/referee/commands.ts";
import type { Command } from "../../apps/api/src/referee/group-commit.ts";
import { arenaNumber, createContest, refereeOf } from "./support/contest.ts";
import { castIn, claimsOf, type Fault, faulty, openGroup } from "./support/group.ts";
import { expectSound, readLog, timesLogged } from "./support/log.ts";
import { castBallot, drawBallot } from "./support/voter.ts";

const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `ballot-${at}`);

/** An arena with a group over it and claims by name. */
async function begin() {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const arena = await createContest();
  const number = await arenaNumber(arena);
  const { db, faults } = faulty(env.DB);
  const group = await openGroup(arena, db);
  const cast = (id: string, fresh = false) => castIn(group, claimsOf(number, id), fresh);
  return { arena, number, group, faults, cast };
}

/** The arena's own referee was passed over: sent away, it reads the log that the group wrote. */
async function expectOnce(arena: string, ballots: readonly string[]): Promise<void> {
  const logged = (await readLog(arena)).map(({ ballot }) => ballot);
  for (const id of ballots) expect(logged.filter((ballot) => ballot === id)).toHaveLength(1);
  await evictDurableObject(await refereeOf(arena));
  await expectSound(arena);
}

afterEach(() => {
  vi.restoreAllMocks();
});

test("a caller by himself gets a batch of his own, and 64 at once share a few", async () => {
  const { arena, group, cast } = await begin();
  for (const id of names(4)) await cast(id);
  expect(group.batches).toEqual([1, 1, 1, 1]);
  group.batches.length = 0;
  await Promise.all(names(64).map((id) => cast(`crowd-${id}`)));
  expect(group.batches.length).toBeLessThanOrEqual(3);
  expect(group.batches.reduce((sum, rows) => sum + rows, 0)).toBe(64);
  await expectOnce(
    arena,
    names(64).map((id) => `crowd-${id}`),
  );
});

test("64 copies of one ballot in one batch are one row, and no batch fails for it", async () => {
  const { arena, group, cast } = await begin();
  const results = await Promise.all(Array.from({ length: 64 }, () => cast("same", true)));
  expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
  expect(group.batches).toEqual([1]);
  expect(group.commit.stats.reloads).toBe(1);
  await expectOnce(arena, ["same"]);
});

test("ballots a batch grow with the casters of the referee itself", async () => {
  const arena = await createContest();
  const referee = await refereeOf(arena);
  const ballots = await Promise.all(names(48).map(() => drawBallot(arena)));
  const before = await referee.stats();
  await Promise.all(ballots.map((ballot) => castBallot(ballot, { outcome: "a" })));
  const { batches, rows } = await referee.stats();
  expect(rows - before.rows).toBe(48);
  expect((rows - before.rows) / (batches - before.batches)).toBeGreaterThan(3);
  await expectSound(arena);
});

test("nobody is answered before his batch is in the log", async () => {
  const { arena, cast } = await begin();
  const seen = await Promise.all(
    names(16).map(async (id) => {
      await cast(id);
      return timesLogged(arena, id);
    }),
  );
  expect(seen).toEqual(names(16).map(() => 1));
});

test("after a batch that wrote nothing every caster is answered by the second try", async () => {
  const { arena, faults, group, cast } = await begin();
  await cast("first");
  faults.push("not written");
  const results = await Promise.all(names(8).map((id) => cast(id)));
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(group.commit.stats.reloads).toBe(2);
  await expectOnce(arena, ["first", ...names(8)]);
});

test("after a batch whose answer was lost every caster gets the answer of the log", async () => {
  const { arena, faults, cast } = await begin();
  await cast("first");
  faults.push("not answered");
  const results = await Promise.all(names(8).map((id) => cast(id, true)));
  const answers = new Map((await readLog(arena)).map(({ ballot, answer }) => [ballot, answer]));
  expect(results).toEqual(names(8).map((id) => ({ ok: true, value: answers.get(id) })));
  await expectOnce(arena, names(8));
});

test("a tournament whose creation was not answered is there once, and its creator is told of it", async () => {
  const { arena, faults, group } = await begin();
  await group.commit.read(() => undefined);
  faults.push("not answered");
  const wish: TournamentWish = {
    title: null,
    format: "series",
    criterion: null,
    judge: { kind: "human" },
    seed: "draw",
    paceMs: 0,
    models: null,
    prompts: null,
    options: {},
    start: true,
  };
  const created = await group.commit.submit(tournamentCommand(wish, "c.one"));
  expect(created).toEqual({ ok: true, value: 1 });
  expect((await readLog(arena)).filter(({ type }) => type === "tournament.created")).toHaveLength(1);
  const again = await group.commit.submit(tournamentCommand(wish, "c.two"));
  expect(again).toEqual({ ok: true, value: 2 });
});

test("a second copy of a ballot that waits behind a lost answer does not count it again", async () => {
  const { arena, faults, cast } = await begin();
  await cast("first");
  faults.push("not answered");
  const early = names(4).map((id) => cast(id, true));
  await Promise.resolve();
  const late = names(4).map((id) => cast(id, true));
  const results = await Promise.all([...early, ...late]);
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(results.slice(4)).toEqual(results.slice(0, 4));
  await expectOnce(arena, names(4));
});

test("while the log refuses every row all casters are told to come again, and nothing counts", async () => {
  const { arena, cast } = await begin();
  await cast("first");
  await env.DB.exec("CREATE TRIGGER full BEFORE INSERT ON log BEGIN SELECT RAISE(ABORT, 'full'); END");
  const refused = await Promise.all(names(6).map((id) => cast(id, true)));
  for (const result of refused) {
    expect(result).toMatchObject({ ok: false, error: { code: "unavailable", retryAfterS: 1 } });
  }
  await env.DB.exec("DROP TRIGGER full");
  expect((await readLog(arena)).filter(({ type }) => type === "verdict")).toHaveLength(1);
  const again = await Promise.all(names(6).map((id) => cast(id, true)));
  expect(again.every(({ ok }) => ok)).toBe(true);
  await expectOnce(arena, names(6));
});

test("a row that stands in its place already makes the referee read the log again and go on behind it", async () => {
  const { arena, number, group, cast } = await begin();
  await cast("first");
  const newest = (await readLog(arena)).at(-1)?.seq ?? 0;
  const event = JSON.stringify({ type: "tournament.changed", tournament: 9, title: "Not of this referee" });
  await env.DB.prepare("INSERT INTO log (arena_id, seq, type, at, event) VALUES (?1, ?2, ?3, 0, ?4)")
    .bind(number, newest + 1, "tournament.changed", event)
    .run();
  const results = await Promise.all(names(5).map((id) => cast(id)));
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(group.commit.stats.reloads).toBe(2);
  expect(await group.commit.read(({ seq }) => seq)).toBe(newest + 6);
  await expectOnce(arena, names(5));
});

test("a command that breaks when it is decided is turned away alone", async () => {
  const { arena, group, cast } = await begin();
  const broken: Command<never> = {
    decide: () => {
      throw new Error("an invariant is broken");
    },
  };
  const neighbours = names(6).map((id) => cast(id, true));
  const verdict = group.commit.submit(broken);
  expect((await Promise.all(neighbours)).every(({ ok }) => ok)).toBe(true);
  expect(await verdict).toMatchObject({ ok: false, error: { code: "unavailable" } });
  await expectOnce(arena, names(6));
});

test("a hook that breaks after the commit does not count the votes again", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const arena = await createContest();
  const number = await arenaNumber(arena);
  const group = await openGroup(arena);
  group.batches.push = () => {
    throw new Error("a socket broke");
  };
  const results = await Promise.all(names(4).map((id) => castIn(group, claimsOf(number, id), true)));
  expect(results.every(({ ok }) => ok)).toBe(true);
  await expectOnce(arena, names(4));
});

test.each([1, 2, 3, 4, 5, 6])(
  "under faults at random nothing acknowledged is lost or doubled (seed %i)",
  async (seed) => {
    const { arena, faults, cast } = await begin();
    const choices: (Fault | null)[] = ["not written", "not answered", null];
    for (let at = 0; at < 12; at++) faults.push(choices[(seed * 7 + at * at * seed) % 3] ?? null);
    const ids = names(40);
    const acknowledged: string[] = [];
    for (let from = 0; from < ids.length; from += 8) {
      const wave = ids.slice(from, from + 8);
      const results = await Promise.all(wave.map((id) => cast(id, true)));
      results.forEach(({ ok }, at) => {
        if (ok) acknowledged.push(wave[at] ?? "");
      });
    }
    await expectOnce(arena, acknowledged);
    faults.length = 0;
    const all = await Promise.all(ids.map((id) => cast(id)));
    expect(all.every(({ ok }) => ok)).toBe(true);
    await expectOnce(arena, ids);
  },
);
