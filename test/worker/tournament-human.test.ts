import { evictDurableObject } from "cloudflare:test";
import type { Leaderboard } from "@agon/contract";
import { afterEach, expect, test, vi } from "vitest";
import { api, operator } from "./support/api.ts";
import { createContest, refereeOf } from "./support/contest.ts";
import { expectSound } from "./support/log.ts";
import { expectProblem } from "./support/problem.ts";
import { matchesOf, startTournament } from "./support/tournament.ts";
import { askForBallot, type Drawn, drawBallot, vote, withdraw } from "./support/voter.ts";

/** A battle waits two minutes for its voter before another one gets it. */
const leaseMs = 120_000;

const ask = (arena: string): Promise<Drawn> => drawBallot(arena, `?tournament=${arena}.1`);

async function begin(format: "series" | "single-elimination" = "single-elimination", models = 4) {
  const arena = await createContest({ models, prompts: 1 });
  await startTournament(arena, { format, judge: "human" });
  return { arena, id: `${arena}.1` };
}

const later = (ms: number): void => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });
};

afterEach(() => {
  vi.useRealTimers();
});

test("people bring a tournament to its end, and the one they prefer wins", async () => {
  const { arena, id } = await begin();
  for (let match = 0; match < 3; match++) {
    const ballot = await ask(arena);
    expect(ballot.tournament?.id).toBe(id);
    const best = ballot.outputs.findIndex(({ content }) => content === "An answer of 20");
    await vote(ballot, best >= 0 ? { best } : { best: 0 });
  }
  const over = await api.tournament(id);
  expect(over).toMatchObject({ status: "completed", matches_decided: 3 });
  expect(over.brackets[0]?.champion?.slug).toBe("m-3");
  expectProblem(await askForBallot(arena, `?tournament=${id}`), "tournament_state");
  await expectSound(arena);
});

test("two voters never hold the same battle, and a third waits when all are given out", async () => {
  const { arena, id } = await begin();
  const [one, other] = await Promise.all([ask(arena), ask(arena)]);
  expect(one.tournament?.match).not.toBe(other.tournament?.match);
  const refused = await askForBallot(arena, `?tournament=${id}`);
  expectProblem(refused, "no_battle_left");
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("a battle whose voter stays away is given to the next when its lease has run out", async () => {
  const { arena } = await begin();
  const given = [await ask(arena), await ask(arena)];
  later(leaseMs + 1);
  const again = [await ask(arena), await ask(arena)];
  const matches = (ballots: Drawn[]) => ballots.map(({ tournament }) => tournament?.match).sort();
  expect(matches(again)).toEqual(matches(given));
});

/** The rows but for the chance of rank 1, which is drawn anew with every entry of the log. */
const withoutDraws = ({ models }: Leaderboard) => models.map((row) => ({ ...row, p_rank_1: null }));

test("a verdict that comes after its match was decided is kept, counted nowhere, and changes nothing", async () => {
  const { arena, id } = await begin();
  const slow = await ask(arena);
  later(leaseMs + 1);
  let quick = await ask(arena);
  if (quick.tournament?.match !== slow.tournament?.match) quick = await ask(arena);
  await vote(quick, { outcome: "a" });
  const before = await matchesOf(id);
  const board = await api.leaderboard(arena);
  const answer = await vote(slow, { outcome: "b" });
  expect(answer.counted).toBe(false);
  expect(answer.reveal).toHaveLength(2);
  expect(await matchesOf(id)).toEqual(before);
  expect(withoutDraws(await api.leaderboard(arena))).toEqual(withoutDraws(board));
  expect((await api.arena(arena)).votes).toBe(1);
  expect((await api.verdicts(arena)).data.map(({ counted }) => counted)).toEqual([true, false]);
  vi.useRealTimers();
  await expectSound(arena);
});

test("a verdict for a cancelled tournament is kept and counted nowhere", async () => {
  const { arena, id } = await begin();
  const ballot = await ask(arena);
  await operator.cancelTournament(id);
  expect((await vote(ballot, { outcome: "a" })).counted).toBe(false);
  expect((await api.arena(arena)).votes).toBe(0);
  await expectSound(arena);
});

test("a verdict given while the tournament is paused still decides its match", async () => {
  const { arena, id } = await begin();
  const ballot = await ask(arena);
  await operator.changeTournament(id, { status: "paused" });
  expect((await vote(ballot, { outcome: "a" })).counted).toBe(true);
  expect((await api.tournament(id)).matches_decided).toBe(1);
  expectProblem(await askForBallot(arena, `?tournament=${id}`), "tournament_state");
});

test("a vote taken back opens its match again, and the match is given out anew", async () => {
  const { arena, id } = await begin("single-elimination", 2);
  const ballot = await ask(arena);
  await vote(ballot, { outcome: "a" });
  expect((await api.tournament(id)).status).toBe("completed");
  expect((await withdraw(ballot)).status).toBe(200);
  const [match] = await matchesOf(id);
  expect(match).toMatchObject({ status: "ready", version: 2, ranks: null });
  expect((await api.tournament(id)).status).toBe("running");
  expect((await vote(await ask(arena), { outcome: "b" })).counted).toBe(true);
  expect((await api.tournament(id)).status).toBe("completed");
  await expectSound(arena);
});

test("a correction makes the ballots of matches that it reset late", async () => {
  const { arena, id } = await begin();
  await vote(await ask(arena), { outcome: "a" });
  await vote(await ask(arena), { outcome: "a" });
  const final = await ask(arena);
  const [first] = await matchesOf(id);
  const ranks = first?.ranks?.map((rank) => (rank === 1 ? 2 : 1)) ?? [];
  await operator.correctMatch(id, first?.id ?? "", { ranks });
  expect((await vote(final, { outcome: "a" })).counted).toBe(false);
  const again = await ask(arena);
  expect(again.tournament?.match).toBe(final.tournament?.match);
  expect((await vote(again, { outcome: "a" })).counted).toBe(true);
  await expectSound(arena);
});

test("leases are forgotten with the referee, and what was given out twice counts once", async () => {
  const { arena, id } = await begin("single-elimination", 2);
  const one = await ask(arena);
  await evictDurableObject(await refereeOf(arena));
  const other = await ask(arena);
  expect(other.tournament?.match).toBe(one.tournament?.match);
  const answers = await Promise.all([vote(one, { outcome: "a" }), vote(other, { outcome: "b" })]);
  expect(answers.map(({ counted }) => counted).sort()).toEqual([false, true]);
  expect((await api.tournament(id)).matches_decided).toBe(1);
  expect((await api.arena(arena)).votes).toBe(1);
  await expectSound(arena);
});

test("a series is decided over several prompts by several voters", async () => {
  const arena = await createContest({ models: 2, prompts: 5 });
  await startTournament(arena, { format: "series", judge: "human", options: { bestOf: 5 } });
  const prompts = new Set<string>();
  for (let game = 0; game < 5; game++) {
    if ((await api.tournament(`${arena}.1`)).status === "completed") break;
    const ballot = await ask(arena);
    prompts.add(ballot.prompt.slug);
    await vote(ballot, {
      best: ballot.outputs.findIndex(({ content }) => content?.startsWith("An answer of 0")),
    });
  }
  const over = await api.tournament(`${arena}.1`);
  expect(over.brackets[0]?.champion?.slug).toBe("m-1");
  expect(prompts.size).toBe(3);
  await expectSound(arena);
});

test("a league of people takes rankings and shows every model", async () => {
  const arena = await createContest({ models: 6, prompts: 2, settings: { k: 3 } });
  await startTournament(arena, { format: "k-wise-league", judge: "human", options: { k: 3, budget: 12 } });
  for (let battle = 0; battle < 12; battle++) {
    const ballot = await ask(arena);
    expect(ballot.outputs).toHaveLength(3);
    await vote(ballot, battle % 3 === 0 ? { best: 1 } : { ranks: [1, 2, 2] });
  }
  const over = await api.tournament(`${arena}.1`);
  expect(over).toMatchObject({ status: "completed", matches_decided: 12 });
  const board = await api.leaderboard(arena);
  expect(board.models.every(({ votes }) => votes > 0)).toBe(true);
  await expectSound(arena);
});

test("a heat of four is ranked by people and the best go on", async () => {
  const arena = await createContest({ models: 8, prompts: 1, settings: { k: 4 } });
  const { id } = await startTournament(arena, {
    format: "k-wise-elimination",
    judge: "human",
    options: { k: 4, advance: 2, scope: "field" },
  });
  const heats = [await ask(arena), await ask(arena)];
  for (const heat of heats) await vote(heat, { ranks: [4, 1, 3, 2] });
  const final = await ask(arena);
  expect(final.outputs).toHaveLength(4);
  await vote(final, { ranks: [1, 2, 3, 4] });
  expect((await api.tournament(id)).status).toBe("completed");
});

test("a tournament that a program judges gives out no ballots", async () => {
  const arena = await createContest({ score: (model) => model });
  await startTournament(arena, { format: "series", judge: "score", pace_ms: 60_000 });
  expectProblem(await askForBallot(arena, `?tournament=${arena}.1`), "tournament_state");
});
