import { env } from "cloudflare:workers";
import type { BallotClaims } from "@agon/arena";
import type { Verdict } from "@agon/contract";
import { afterEach, expect, test, vi } from "vitest";
import { openBallot, sealBallot } from "../../apps/api/src/ballots/token.ts";
import { api, operate } from "./support/api.ts";
import { createContest } from "./support/contest.ts";
import { withoutTrace } from "./support/log.ts";
import { expectProblem } from "./support/problem.ts";
import { askForBallot, castBallot, type Drawn, drawBallot, vote, withdraw } from "./support/voter.ts";

const minuteMs = 60_000;

afterEach(() => {
  vi.useRealTimers();
});

/** The same ballot with other claims, sealed as the server seals. */
async function resealed(ballot: Drawn, change: Partial<BallotClaims>): Promise<Drawn> {
  const claims = await openBallot(env.AGON_SECRET, ballot.token, ballot.id);
  return { ...ballot, token: await sealBallot(env.AGON_SECRET, { ...claims, ...change }) };
}

test("a ballot is good for thirty minutes and then expired", async () => {
  const arena = await createContest();
  const drawnAt = Date.now();
  const ballot = await drawBallot(arena);
  expect(Date.parse(ballot.expires_at) - drawnAt).toBeGreaterThanOrEqual(30 * minuteMs);
  vi.useFakeTimers({ toFake: ["Date"], now: drawnAt + 31 * minuteMs });
  await withoutTrace(arena, async () =>
    expectProblem(await castBallot(ballot, { outcome: "a" }), "ballot_expired"),
  );
});

test("the time in the token decides, not the time of its drawing", async () => {
  const arena = await createContest();
  const stale = await resealed(await drawBallot(arena), { expiresAt: Date.now() - 1 });
  await withoutTrace(arena, async () =>
    expectProblem(await castBallot(stale, { outcome: "a" }), "ballot_expired"),
  );
});

test.each([
  ["no token of ours", () => "token"],
  ["an empty seal", () => "a.b.c.d.e"],
  [
    "a token with one character changed",
    (token: string) => `${token.slice(0, -2)}${token.endsWith("AA") ? "BB" : "AA"}`,
  ],
  ["a token cut short", (token: string) => token.slice(0, 100)],
])("%s is a forged ballot", async (_, forge) => {
  const arena = await createContest();
  const ballot = await drawBallot(arena);
  await withoutTrace(arena, async () => {
    const forged = { ...ballot, token: forge(ballot.token) };
    expectProblem(await castBallot(forged, { outcome: "a" }), "ballot_forged", "/token");
    expectProblem(await withdraw(forged), "ballot_forged");
  });
});

test("a token sealed with another secret is a forged ballot", async () => {
  const arena = await createContest();
  const ballot = await drawBallot(arena);
  const claims = await openBallot(env.AGON_SECRET, ballot.token, ballot.id);
  const foreign = { ...ballot, token: await sealBallot("another secret", claims) };
  await withoutTrace(arena, async () =>
    expectProblem(await castBallot(foreign, { outcome: "a" }), "ballot_forged"),
  );
});

test("a token under an algorithm of the caster's choice is a forged ballot", async () => {
  const arena = await createContest();
  const ballot = await drawBallot(arena);
  const header = btoa(JSON.stringify({ alg: "A256KW", enc: "A256GCM" })).replaceAll("=", "");
  const chosen = [header, ...ballot.token.split(".").slice(1)].join(".");
  await withoutTrace(arena, async () =>
    expectProblem(await castBallot({ ...ballot, token: chosen }, { outcome: "a" }), "ballot_forged"),
  );
});

test("the token of one ballot does not cast another", async () => {
  const arena = await createContest();
  const [one, other] = [await drawBallot(arena), await drawBallot(arena)];
  await withoutTrace(arena, async () =>
    expectProblem(await castBallot({ id: one.id, token: other.token }, { outcome: "a" }), "ballot_forged"),
  );
});

test("a ballot is cast without a cookie, and with the cookie of its voter", async () => {
  const arena = await createContest();
  const [one, other] = [await drawBallot(arena), await drawBallot(arena)];
  expect((await castBallot(one, { outcome: "a" })).status).toBe(201);
  expect((await castBallot(other, { outcome: "a" }, { cookie: other.cookie })).status).toBe(201);
});

test("another voter's cookie makes the ballot foreign", async () => {
  const arena = await createContest();
  const [mine, theirs] = [await drawBallot(arena), await drawBallot(arena)];
  expect(mine.cookie).not.toBe(theirs.cookie);
  await withoutTrace(arena, async () =>
    expectProblem(await castBallot(mine, { outcome: "a" }, { cookie: theirs.cookie }), "ballot_foreign"),
  );
});

test("a cookie with a broken signature counts as none", async () => {
  const arena = await createContest();
  const ballot = await drawBallot(arena);
  const cookie = ballot.cookie.replace(/^agon_voter=[^.]*/, "agon_voter=somebody-else");
  expect((await castBallot(ballot, { outcome: "a" }, { cookie })).status).toBe(201);
  const next = await drawBallot(arena, "", cookie);
  expect((await castBallot(next, { outcome: "a" })).status).toBe(201);
});

test.each([
  ["too few ranks", { ranks: [1] }, "ranks_do_not_fit", "/ranks"],
  ["too many ranks", { ranks: [1, 2, 3] }, "ranks_do_not_fit", "/ranks"],
  ["a slot that is not there", { best: 2 }, "ranks_do_not_fit", "/best"],
  ["rank zero", { ranks: [0, 1] }, "schema_invalid", "/ranks/0"],
  ["a rank that is no whole number", { ranks: [1, 1.5] }, "schema_invalid", "/ranks/1"],
  ["a rank beyond all bounds", { ranks: [1, 1e9] }, "schema_invalid", "/ranks/1"],
  ["a rank that is text", { ranks: ["1", 2] }, "schema_invalid", "/ranks/0"],
  ["a rank that is nothing", { ranks: [null, 2] }, "schema_invalid", "/ranks/0"],
  ["an outcome nobody knows", { outcome: "c" }, "schema_invalid", "/outcome"],
  ["a negative slot", { best: -1 }, "schema_invalid", "/best"],
  ["a skip that is not meant", { skip: false }, "schema_invalid", "/skip"],
  ["two verdicts at once", { ranks: [1, 2], outcome: "a" }, "schema_invalid", undefined],
  ["a field nobody knows", { ranks: [1, 2], strength: 3 }, "schema_invalid", "/strength"],
  ["no verdict at all", {}, "schema_invalid", undefined],
] as const)("%s in a duel is refused by name", async (_, words, code, pointer) => {
  const arena = await createContest();
  const ballot = await drawBallot(arena);
  await withoutTrace(arena, async () =>
    expectProblem(await castBallot(ballot, words as unknown as { skip: true }), code, pointer),
  );
  expect((await castBallot(ballot, { outcome: "a" })).status, "the ballot is still good").toBe(201);
});

test("an outcome does not decide a battle of four", async () => {
  const arena = await createContest({ settings: { k: 4 } });
  const ballot = await drawBallot(arena);
  await withoutTrace(arena, async () =>
    expectProblem(await castBallot(ballot, { outcome: "a" }), "ranks_do_not_fit", "/outcome"),
  );
});

test("a skip reveals nothing, counts nothing and leaves the ballot good", async () => {
  const arena = await createContest();
  const ballot = await drawBallot(arena);
  const skipped = await withoutTrace(arena, () => castBallot(ballot, { skip: true }));
  expect(skipped.status).toBe(201);
  expect(JSON.parse(skipped.text)).toEqual({ verdict: null, reveal: [], counted: false, undo_until: null });
  expect((await vote(ballot, { outcome: "a" })).counted).toBe(true);
  expectProblem(await castBallot(ballot, { skip: true }), "ballot_used");
});

test("a ballot shows no name and no number of a model before it is cast", async () => {
  const arena = await createContest({ models: 3 });
  const answer = await askForBallot(arena);
  expect(answer.text).not.toMatch(/m-\d/);
  expect(Object.keys(JSON.parse(answer.text).outputs[0]).sort()).toEqual(["content", "media_url", "slot"]);
  expect(Array.from(answer.headers).join()).not.toMatch(/m-\d/);
});

test("the reveal names the models in the order shown, and the public log holds the same", async () => {
  const arena = await createContest();
  const ballot = await drawBallot(arena);
  const { reveal, verdict } = await vote(ballot, { ranks: [2, 1] });
  const [row] = (await api.verdicts(arena)).data as [Verdict];
  expect(row.slots.map(({ model }) => model)).toEqual(reveal.map(({ model }) => model.slug));
  expect(row).toMatchObject({ ballot: ballot.id, ranks: [2, 1], seq: verdict?.seq, counted: true });
  const [loser, winner] = reveal;
  expect(winner?.change).toBeGreaterThan(0);
  expect(loser?.change).toBeLessThan(0);
});

test("a paused arena gives out no ballots and takes no votes, and goes on when it opens", async () => {
  const arena = await createContest();
  const [used, open] = [await drawBallot(arena), await drawBallot(arena)];
  const before = await castBallot(used, { outcome: "a" });
  await operate("PATCH", `/v1/arenas/${arena}`, { json: { status: "paused" } });
  await withoutTrace(arena, async () => {
    expectProblem(await askForBallot(arena), "arena_closed");
    expectProblem(await castBallot(open, { outcome: "a" }), "arena_closed");
    expect((await castBallot(used, { outcome: "a" })).text, "used beats paused").toBe(before.text);
  });
  await operate("PATCH", `/v1/arenas/${arena}`, { json: { status: "open" } });
  expect((await castBallot(open, { outcome: "a" })).status).toBe(201);
});

test.each([
  ["?k=1", "parameter_invalid", "/k"],
  ["?k=9", "parameter_invalid", "/k"],
  ["?k=two", "parameter_invalid", "/k"],
  ["?mode=worst", "parameter_invalid", "/mode"],
  ["?criterion=taste", "parameter_invalid", "/criterion"],
  ["?k=5", "no_battle_left", undefined],
  ["?category=poems", "parameter_invalid", "/category"],
  ["?tournament=nobody.1", "tournament_unknown", undefined],
  ["?tournament=x", "tournament_unknown", undefined],
] as const)("a ballot asked for with %s is refused", async (query, code, pointer) => {
  const arena = await createContest({ models: 4 });
  expectProblem(await askForBallot(arena, query), code, pointer);
});
