import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, expect, test, vi } from "vitest";
import { type Answer, call, operator } from "./support/api.ts";
import { createContest, refereeOf } from "./support/contest.ts";
import { expectSound, readLog } from "./support/log.ts";
import { expectProblem } from "./support/problem.ts";
import { startTournament, untilOver } from "./support/tournament.ts";
import { askForBallot, castBallot, drawBallot, voteOften } from "./support/voter.ts";

const tables = ["log", "arenas", "models"];

/** Runs something while D1 answers nothing that matters. */
async function withoutDatabase<T>(run: () => Promise<T>): Promise<T> {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  for (const table of tables) await env.DB.exec(`ALTER TABLE ${table} RENAME TO ${table}_gone`);
  try {
    return await run();
  } finally {
    for (const table of tables) await env.DB.exec(`ALTER TABLE ${table}_gone RENAME TO ${table}`);
  }
}

function expectUnavailable(answer: Answer): void {
  expectProblem(answer, "unavailable");
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
}

afterEach(() => {
  vi.restoreAllMocks();
});

test("while D1 is down votes are refused with Retry-After, and the same votes count afterwards", async () => {
  const arena = await createContest();
  const ballots = await Promise.all([1, 2, 3, 4].map(() => drawBallot(arena)));
  const refused = await withoutDatabase(() =>
    Promise.all(ballots.map((ballot) => castBallot(ballot, { outcome: "a" }))),
  );
  for (const answer of refused) expectUnavailable(answer);
  const again = await Promise.all(ballots.map((ballot) => castBallot(ballot, { outcome: "a" })));
  expect(again.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect((await readLog(arena)).filter(({ type }) => type === "verdict")).toHaveLength(4);
  await expectSound(arena);
});

test("a referee that starts while D1 is down refuses votes the same way and then recovers by itself", async () => {
  const arena = await createContest();
  const ballot = await drawBallot(arena);
  await evictDurableObject(await refereeOf(arena));
  expectUnavailable(await withoutDatabase(() => castBallot(ballot, { outcome: "a" })));
  expect((await castBallot(ballot, { outcome: "a" })).status).toBe(201);
  await expectSound(arena);
});

test("what needs the database of a referee that has just started is unavailable, not broken", async () => {
  const arena = await createContest();
  await voteOften(arena, 2, { outcome: "a" });
  await evictDurableObject(await refereeOf(arena));
  const answers = await withoutDatabase(() =>
    Promise.all([
      call("GET", `/v1/arenas/${arena}`),
      call("GET", `/v1/arenas/${arena}/leaderboard`),
      call("GET", `/v1/arenas/${arena}/verdicts`),
      call("GET", `/v1/arenas/${arena}/models`),
      call("GET", "/v1/arenas"),
      askForBallot(arena),
    ]),
  );
  for (const answer of answers) expectUnavailable(answer);
  expect((await call("GET", `/v1/arenas/${arena}`)).status).toBe(200);
});

test("a board that stands in memory is shown while D1 is down", async () => {
  const arena = await createContest();
  await voteOften(arena, 2, { outcome: "a" });
  const board = await withoutDatabase(() => call("GET", `/v1/arenas/${arena}/leaderboard`));
  expect(board.status).toBe(200);
});

test("a tournament of a program outlives an outage, however often its alarm rings in vain", async () => {
  const arena = await createContest({ score: (model) => model });
  const { id } = await startTournament(arena, { format: "series", judge: "score", pace_ms: 60_000 });
  const referee = await refereeOf(arena);
  await withoutDatabase(async () => {
    for (let ring = 0; ring < 8; ring++) await runDurableObjectAlarm(referee);
  });
  const alarm = await runInDurableObject(referee, (_, { storage }) => storage.getAlarm());
  expect(alarm).not.toBeNull();
  await operator.changeTournament(id, { pace_ms: 0 });
  await untilOver(id);
  await expectSound(arena);
});

test("health tells what does not work", async () => {
  expect(JSON.parse((await call("GET", "/v1/health")).text)).toMatchObject({ status: "ok" });
  const answer = await withoutDatabase(() => call("GET", "/v1/health"));
  expect(answer.status).toBe(503);
  expect(JSON.parse(answer.text)).toMatchObject({ status: "degraded" });
});
