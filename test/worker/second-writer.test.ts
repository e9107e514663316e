import { env } from "cloudflare:workers";
import { snapshotText } from "@agon/arena";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { replayArena } from "../../apps/api/src/referee/checkpoint.ts";
import { arenaNumber, createContest } from "./support/contest.ts";
import { castIn, claimsOf, openGroup } from "./support/group.ts";
import { expectSound, readLog } from "./support/log.ts";
import { drawBallot, vote } from "./support/voter.ts";

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

afterEach(() => {
  vi.restoreAllMocks();
});

test("a referee that was replaced finds out at its first write, reads the log and goes on", async () => {
  const arena = await createContest();
  const number = await arenaNumber(arena);
  const [old, young] = [await openGroup(arena), await openGroup(arena)];
  await castIn(old, claimsOf(number, "one"));
  await castIn(young, claimsOf(number, "two"));
  expect(old.commit.stats.reloads).toBe(1);
  const late = await castIn(old, claimsOf(number, "three"));
  expect(late.ok).toBe(true);
  expect(old.commit.stats.reloads).toBe(2);
  const verdicts = (await readLog(arena)).filter(({ type }) => type === "verdict");
  expect(verdicts.map(({ ballot }) => ballot)).toEqual(["one", "two", "three"]);
});

test("the stale referee does not count a ballot that the other one counted", async () => {
  const arena = await createContest();
  const number = await arenaNumber(arena);
  const [old, young] = [await openGroup(arena), await openGroup(arena)];
  await castIn(old, claimsOf(number, "one"), true);
  const counted = await castIn(young, claimsOf(number, "two"), true);
  const repeated = await castIn(old, claimsOf(number, "two"), true);
  expect(repeated).toEqual(counted);
  expect((await readLog(arena)).filter(({ ballot }) => ballot === "two")).toHaveLength(1);
});

test("two referees writing at once leave one gapless log, and both end in the state of its replay", async () => {
  const arena = await createContest();
  const number = await arenaNumber(arena);
  const groups = [await openGroup(arena), await openGroup(arena)];
  const results = await Promise.all(
    Array.from({ length: 60 }, (_, at) => {
      const group = groups[at % 2];
      if (group === undefined) throw new Error("there are two groups");
      return castIn(group, claimsOf(number, `ballot-${at}`), true).then(({ ok }) =>
        ok ? `ballot-${at}` : null,
      );
    }),
  );
  const acknowledged = results.filter((id) => id !== null);
  const log = await readLog(arena);
  for (const id of acknowledged) expect(log.filter(({ ballot }) => ballot === id)).toHaveLength(1);
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1));
  const [first] = groups;
  if (first) await castIn(first, claimsOf(number, "last"));
  const replayed = snapshotText(await replayArena(env.DB, number));
  expect(await first?.commit.read(snapshotText)).toBe(replayed);
});

test("the referee of the arena survives a writer beside it", async () => {
  const arena = await createContest();
  const number = await arenaNumber(arena);
  const ballot = await drawBallot(arena);
  const intruder = await openGroup(arena);
  await castIn(intruder, claimsOf(number, "intruder"));
  const { verdict } = await vote(ballot, { outcome: "a" });
  expect(verdict?.seq).toBe((await readLog(arena)).length);
  await expectSound(arena);
});
