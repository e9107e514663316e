// A walk over the API as /openapi.json tells it: who has no key, or a wrong one, gets what the document says and
// nothing else, and leaves no trace.
import { beforeAll, expect, test } from "vitest";
import { withChecksum } from "../../apps/api/src/keys/key-text.ts";
import { arenaNumber, createContest } from "./support/contest.ts";
import { type DocumentedCall, documentedCalls, makeCall } from "./support/document.ts";
import { bearing, grantKey } from "./support/keys.ts";
import { readLog, withoutTrace } from "./support/log.ts";
import { startTournament } from "./support/tournament.ts";

let calls: readonly DocumentedCall[] = [];
let arena = "";
let values: Record<string, string> = {};

beforeAll(async () => {
  calls = await documentedCalls();
  arena = await createContest({ models: 3, prompts: 1 });
  const { id } = await startTournament(arena, { format: "series", judge: "human" });
  values = { arena, tournament: id, match: "r1.m1", model: "m-1" };
});

/** Makes the calls one after another; what their answers were, by name. */
async function walk(
  chosen: readonly DocumentedCall[],
  headers: Record<string, string>,
): Promise<Record<string, number>> {
  const statuses: Record<string, number> = {};
  await withoutTrace(arena, async () => {
    for (const one of chosen) {
      const { status, text } = await makeCall(one, values, headers);
      expect(one.statuses, `${one.method} ${one.path} answered ${status}: ${text}`).toContain(status);
      statuses[one.name] = status;
    }
  });
  return statuses;
}

const guarded = () => calls.filter(({ needsKey }) => needsKey);

test("the document names more calls with a key than a few, and more without", () => {
  expect(guarded().length).toBeGreaterThan(10);
  expect(calls.length - guarded().length).toBeGreaterThan(10);
});

test("without a key every guarded call answers 401", async () => {
  expect(new Set(Object.values(await walk(guarded(), {})))).toEqual(new Set([401]));
});

test("with a key that nobody has every guarded call answers 401", async () => {
  const headers = bearing(withChecksum(`agon_nobody00_${"x".repeat(32)}`));
  expect(new Set(Object.values(await walk(guarded(), headers)))).toEqual(new Set([401]));
});

test("with a key of no scope every guarded call answers 403, or 404 where nothing is", async () => {
  const statuses = await walk(guarded(), bearing(await grantKey({ scopes: "nothing:read" })));
  expect(Object.entries(statuses).filter(([, status]) => status !== 403 && status !== 404)).toEqual([]);
  expect(statuses.addModels).toBe(403);
});

test("with another arena's key every guarded call answers 403, or 404 where nothing is", async () => {
  const other = await createContest();
  const scopes = "arena:write submissions:write webhooks:write keys:write";
  const headers = bearing(await grantKey({ scopes, arena: await arenaNumber(other) }));
  const statuses = await walk(guarded(), headers);
  expect(Object.entries(statuses).filter(([, status]) => status !== 403 && status !== 404)).toEqual([]);
  expect(await readLog(other)).not.toEqual([]);
});

test("calls that need no key are answered as documented, whatever key comes along", async () => {
  const open = calls.filter(({ needsKey }) => !needsKey);
  for (const headers of [{}, { authorization: "Bearer nonsense" }]) {
    for (const one of open) {
      const { status, text } = await makeCall(one, values, headers);
      expect(one.statuses, `${one.method} ${one.path} answered ${status}: ${text}`).toContain(status);
    }
  }
});
