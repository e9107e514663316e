import { evictDurableObject } from "cloudflare:test";
import type { CastAnswer } from "@agon/contract";
import { afterEach, expect, test, vi } from "vitest";
import { api, read } from "./support/api.ts";
import { createContest, refereeOf } from "./support/contest.ts";
import { expectSound, readLog, timesLogged, withoutTrace } from "./support/log.ts";
import { expectProblem } from "./support/problem.ts";
import { castBallot, drawBallot, vote, withdraw } from "./support/voter.ts";

const hourMs = 3_600_000;

afterEach(() => {
  vi.useRealTimers();
});

test("64 simultaneous casts of one ballot count once and are answered with the same bytes", async () => {
  const arena = await createContest();
  const ballot = await drawBallot(arena);
  const answers = await Promise.all(Array.from({ length: 64 }, () => castBallot(ballot, { outcome: "a" })));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(await timesLogged(arena, ballot.id)).toBe(1);
  expect((await api.arena(arena)).votes).toBe(1);
  await expectSound(arena);
});

test("of 20 different verdicts for one ballot one is counted and 19 are told of the conflict", async () => {
  const arena = await createContest({ models: 4, settings: { k: 4 } });
  const ballot = await drawBallot(arena);
  const orders = permutations([1, 2, 3, 4]).slice(0, 20);
  const answers = await Promise.all(orders.map((ranks) => castBallot(ballot, { ranks })));
  const won = answers.filter(({ status }) => status === 201);
  expect(won).toHaveLength(1);
  for (const answer of answers) if (!won.includes(answer)) expectProblem(answer, "ballot_used");
  expect(await timesLogged(arena, ballot.id)).toBe(1);
  await expectSound(arena);
});

const permutations = (items: readonly number[]): number[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((first) =>
        permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
      );

test("verdicts that only differ in the numbers and not in the order are the same verdict", async () => {
  const arena = await createContest({ settings: { k: 4 } });
  const ballot = await drawBallot(arena);
  const first = await castBallot(ballot, { ranks: [5, 10, 10, 900] });
  const again = await castBallot(ballot, { ranks: [1, 2, 2, 4] });
  expect(first.status).toBe(201);
  expect(again.text).toBe(first.text);
  expect(read<CastAnswer>(first).verdict?.ranks).toEqual([1, 2, 2, 4]);
});

test("a best-of-four is another verdict than the ranking with the same ranks", async () => {
  const arena = await createContest({ settings: { k: 4 } });
  const ballot = await drawBallot(arena);
  expect((await castBallot(ballot, { best: 0 })).status).toBe(201);
  expectProblem(await castBallot(ballot, { ranks: [1, 2, 2, 2] }), "ballot_used");
});

test("both bad is another verdict than a tie although it counts as one", async () => {
  const arena = await createContest();
  const ballot = await drawBallot(arena);
  const { verdict } = await vote(ballot, { outcome: "both_bad" });
  expect(verdict).toMatchObject({ ranks: [1, 1], flags: ["both_bad"] });
  expectProblem(await castBallot(ballot, { outcome: "tie" }), "ballot_used");
  const board = await api.leaderboard(arena);
  expect(board.models.filter(({ ties }) => ties === 1)).toHaveLength(2);
});

test("a used ballot gives its answer again after it has expired", async () => {
  const arena = await createContest();
  const ballot = await drawBallot(arena);
  const first = await castBallot(ballot, { outcome: "b" });
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + hourMs });
  expect((await castBallot(ballot, { outcome: "b" })).text).toBe(first.text);
  expectProblem(await castBallot(ballot, { outcome: "a" }), "ballot_used");
});

test("a used ballot gives its answer again after the referee has lost its memory", async () => {
  const arena = await createContest();
  const ballot = await drawBallot(arena);
  const first = await castBallot(ballot, { outcome: "a" });
  const logged = (await readLog(arena)).at(-1);
  expect(logged?.answer).toBe(first.text);
  await evictDurableObject(await refereeOf(arena));
  const again = await withoutTrace(arena, () => castBallot(ballot, { outcome: "a" }));
  expect(again).toMatchObject({ status: 201, text: first.text });
  await evictDurableObject(await refereeOf(arena));
  expectProblem(await castBallot(ballot, { outcome: "tie" }), "ballot_used");
});

test("a ballot whose vote was withdrawn stays spent", async () => {
  const arena = await createContest();
  const ballot = await drawBallot(arena);
  await vote(ballot, { outcome: "a" });
  expect((await withdraw(ballot)).status).toBe(200);
  await withoutTrace(arena, async () => {
    expectProblem(await castBallot(ballot, { outcome: "b" }), "ballot_used");
    await castBallot(ballot, { outcome: "a" });
  });
  expect((await api.arena(arena)).votes).toBe(0);
});

test("a ballot drawn before the referee lost its memory can still be cast, once", async () => {
  const arena = await createContest();
  const ballot = await drawBallot(arena);
  await evictDurableObject(await refereeOf(arena));
  const answers = await Promise.all([1, 2, 3].map(() => castBallot(ballot, { outcome: "a" })));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(await timesLogged(arena, ballot.id)).toBe(1);
  await expectSound(arena);
});
