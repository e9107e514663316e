import { evictDurableObject } from "cloudflare:test";
import type { WithdrawalAnswer } from "@agon/contract";
import { afterEach, expect, test, vi } from "vitest";
import { api, call, read } from "./support/api.ts";
import { createContest, refereeOf } from "./support/contest.ts";
import { expectSound, readLog, withoutTrace } from "./support/log.ts";
import { expectProblem } from "./support/problem.ts";
import { castBallot, drawBallot, vote, voteOften, withdraw } from "./support/voter.ts";

/** Lets the clock of the Worker stand `ms` later than now. */
const waitFor = (ms: number): void => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });
};

afterEach(() => {
  vi.useRealTimers();
});

test("a vote taken back within five seconds is gone from every count and stays in the log", async () => {
  const arena = await createContest({ models: 2, prompts: 1 });
  await voteOften(arena, 3, { ranks: [1, 1] });
  const { as_of: _, seq: __, ...before } = await api.leaderboard(arena);
  const ballot = await drawBallot(arena);
  const { verdict } = await vote(ballot, { outcome: "a" });
  waitFor(4_900);
  const answer = await withdraw(ballot);
  expect(answer.status, answer.text).toBe(200);
  const { seq } = read<WithdrawalAnswer>(answer);
  expect(seq).toBe((verdict?.seq ?? 0) + 1);
  const { as_of: ___, seq: ____, ...after } = await api.leaderboard(arena);
  expect(after).toEqual(before);
  const rows = (await api.verdicts(arena)).data;
  expect(rows.at(-1)).toMatchObject({ ballot: ballot.id, counted: false, withdrawn_by: seq });
  expect((await api.arena(arena)).votes).toBe(3);
  vi.useRealTimers();
  await expectSound(arena);
});

test("the answer of the cast says until when it can be undone", async () => {
  const arena = await createContest();
  const castAt = Date.now();
  const { undo_until: until } = await vote(await drawBallot(arena), { outcome: "a" });
  expect(Date.parse(until ?? "")).toBeGreaterThanOrEqual(castAt + 5_000);
  expect(Date.parse(until ?? "")).toBeLessThanOrEqual(Date.now() + 5_000);
});

test("a vote cannot be taken back after five seconds", async () => {
  const arena = await createContest();
  const ballot = await drawBallot(arena);
  await vote(ballot, { outcome: "a" });
  waitFor(5_100);
  await withoutTrace(arena, async () => expectProblem(await withdraw(ballot), "withdrawal_late"));
  expect((await api.arena(arena)).votes).toBe(1);
});

test("undoing twice, even late and after a restart, gives the same answer and one entry", async () => {
  const arena = await createContest();
  const ballot = await drawBallot(arena);
  await vote(ballot, { outcome: "a" });
  const [first, second] = await Promise.all([withdraw(ballot), withdraw(ballot)]);
  expect(second.text).toBe(first.text);
  await evictDurableObject(await refereeOf(arena));
  waitFor(60_000);
  const third = await withoutTrace(arena, () => withdraw(ballot));
  expect(third).toMatchObject({ status: 200, text: first.text });
  expect((await readLog(arena)).filter(({ type }) => type === "verdict.withdrawn")).toHaveLength(1);
});

test("a vote can be taken back after the referee has lost its memory", async () => {
  const arena = await createContest();
  const ballot = await drawBallot(arena);
  await vote(ballot, { outcome: "a" });
  await evictDurableObject(await refereeOf(arena));
  expect((await withdraw(ballot)).status).toBe(200);
  await expectSound(arena);
});

test("a cast and its undo sent together are never both refused, and leave a sound arena", async () => {
  const arena = await createContest();
  const ballots = await Promise.all([1, 2, 3, 4, 5, 6].map(() => drawBallot(arena)));
  await Promise.all(
    ballots.map(async (ballot) => {
      const [cast, undone] = await Promise.all([castBallot(ballot, { outcome: "a" }), withdraw(ballot)]);
      expect(cast.status).toBe(201);
      expect([200, 409]).toContain(undone.status);
    }),
  );
  const log = await readLog(arena);
  const withdrawn = log.filter(({ type }) => type === "verdict.withdrawn").length;
  expect((await api.arena(arena)).votes).toBe(6 - withdrawn);
  await expectSound(arena);
});

test("a ballot that was not cast has nothing to undo", async () => {
  const arena = await createContest();
  const ballot = await drawBallot(arena);
  await withoutTrace(arena, async () => expectProblem(await withdraw(ballot), "ballot_not_cast"));
});

test("a skipped ballot has nothing to undo", async () => {
  const arena = await createContest();
  const ballot = await drawBallot(arena);
  await castBallot(ballot, { skip: true });
  await withoutTrace(arena, async () => expectProblem(await withdraw(ballot), "ballot_not_cast"));
});

test("an undo needs the token, in the body or in the address", async () => {
  const arena = await createContest();
  const ballot = await drawBallot(arena);
  await vote(ballot, { outcome: "a" });
  expectProblem(await call("DELETE", `/v1/ballots/${ballot.id}`), "schema_invalid", "/token");
  const answer = await call("DELETE", `/v1/ballots/${ballot.id}?token=${encodeURIComponent(ballot.token)}`);
  expect(answer.status).toBe(200);
});

test("another voter's cookie cannot undo a vote", async () => {
  const arena = await createContest();
  const [mine, theirs] = [await drawBallot(arena), await drawBallot(arena)];
  await vote(mine, { outcome: "a" });
  const answer = await call("DELETE", `/v1/ballots/${mine.id}`, {
    json: { token: mine.token },
    headers: { cookie: theirs.cookie },
  });
  expectProblem(answer, "ballot_foreign");
});
