import { evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { afterEach, expect, test, vi } from "vitest";
import { api, operate, operator } from "./support/api.ts";
import { createContest, refereeOf } from "./support/contest.ts";
import { expectSound, readLog, withoutTrace } from "./support/log.ts";
import { expectProblem } from "./support/problem.ts";
import { essence, matchesOf, startTournament, untilOver } from "./support/tournament.ts";

const contest = () => createContest({ models: 4, prompts: 1, score: (model) => model });

/** So slow that no alarm rings by itself during a test. */
const slow = { format: "single-elimination", judge: "score", pace_ms: 60_000 } as const;

const decided = async (id: string): Promise<number> => (await api.tournament(id)).matches_decided;

let clock = 0;

/** Lets a minute pass on the Worker's clock and rings the alarm of an arena. */
async function passMinute(arena: string): Promise<boolean> {
  clock += 61_000;
  vi.useFakeTimers({ toFake: ["Date"], now: performance.timeOrigin + performance.now() + clock });
  return runDurableObjectAlarm(await refereeOf(arena));
}

afterEach(() => {
  vi.useRealTimers();
});

test("a paced tournament moves by one battle an alarm, to its end", async () => {
  const arena = await contest();
  const { id } = await startTournament(arena, slow);
  const seen: number[] = [];
  for (let minute = 0; minute < 4; minute++) {
    await passMinute(arena);
    seen.push(await decided(id));
  }
  expect(seen.at(-1)).toBe(3);
  expect(seen.every((count, at) => count - (seen[at - 1] ?? 0) <= 1)).toBe(true);
  expect((await api.tournament(id)).status).toBe("completed");
  vi.useRealTimers();
  await expectSound(arena);
});

test("a paced tournament goes on after the referee has lost its memory", async () => {
  const arena = await contest();
  const { id } = await startTournament(arena, slow);
  await passMinute(arena);
  const before = await decided(id);
  await evictDurableObject(await refereeOf(arena));
  for (let minute = 0; minute < 4; minute++) await passMinute(arena);
  expect(before).toBeLessThan(3);
  expect(await decided(id)).toBe(3);
});

test("a pace that watchers can follow is kept by the real clock", async () => {
  const arena = await contest();
  const startedMs = performance.now();
  const { id } = await startTournament(arena, { ...slow, pace_ms: 150 });
  await untilOver(id);
  expect(performance.now() - startedMs).toBeGreaterThanOrEqual(300);
});

test("a full-speed tournament in the middle of its run goes on after a restart", async () => {
  const arena = await createContest({
    models: 32,
    prompts: 20,
    score: (model, prompt) => (model * 7 + prompt * 3) % 32,
  });
  const { id } = await startTournament(arena, { format: "single-elimination", judge: "score" });
  await evictDurableObject(await refereeOf(arena));
  const { matches_total: total } = await untilOver(id);
  expect(total).toBe(620);
  expect((await readLog(arena)).filter(({ type }) => type === "verdict")).toHaveLength(620);
  await expectSound(arena);
});

test("a paused tournament stands still and goes on where it was", async () => {
  const arena = await contest();
  const { id } = await startTournament(arena, slow);
  await passMinute(arena);
  await operator.changeTournament(id, { status: "paused" });
  const before = await decided(id);
  await withoutTrace(arena, async () => {
    await passMinute(arena);
    await passMinute(arena);
  });
  expect((await api.tournament(id)).status).toBe("paused");
  vi.useRealTimers();
  await operator.changeTournament(id, { status: "running", pace_ms: 0 });
  const over = await untilOver(id);
  expect(over.matches_decided).toBe(3);
  expect(before).toBeLessThan(3);
});

test("a scheduled tournament waits for its start", async () => {
  const arena = await contest();
  const { id, status } = await startTournament(arena, { ...slow, pace_ms: 0, start: false });
  expect(status).toBe("scheduled");
  await withoutTrace(arena, () => passMinute(arena));
  vi.useRealTimers();
  await operator.changeTournament(id, { status: "running" });
  expect((await untilOver(id)).matches_decided).toBe(3);
});

test("a cancelled tournament stands still for ever and keeps its verdicts", async () => {
  const arena = await contest();
  const { id } = await startTournament(arena, slow);
  await passMinute(arena);
  const votes = (await api.arena(arena)).votes;
  expect((await operator.cancelTournament(id)).status).toBe("cancelled");
  await withoutTrace(arena, async () => {
    await passMinute(arena);
    expect(
      (await operate("POST", `/v1/tournaments/${id}/cancel`)).status,
      "cancelling again changes nothing",
    ).toBe(200);
    for (const status of ["running", "paused"]) {
      expectProblem(
        await operate("PATCH", `/v1/tournaments/${id}`, { json: { status } }),
        "tournament_state",
      );
    }
  });
  expect((await api.arena(arena)).votes).toBe(votes);
});

test("a completed tournament can be neither paused nor cancelled", async () => {
  const arena = await contest();
  const { id } = await startTournament(arena, { ...slow, pace_ms: 0 });
  await untilOver(id);
  await withoutTrace(arena, async () => {
    expectProblem(
      await operate("PATCH", `/v1/tournaments/${id}`, { json: { status: "paused" } }),
      "tournament_state",
    );
    expectProblem(await operate("POST", `/v1/tournaments/${id}/cancel`), "tournament_state");
  });
});

test.each([
  ["nothing", {}, ""],
  ["the end", { status: "completed" }, "/status"],
  ["an endless pace", { pace_ms: 60_001 }, "/pace_ms"],
  ["an empty title", { title: "" }, "/title"],
])("a change of a tournament to %s is refused", async (_, json, pointer) => {
  const arena = await contest();
  const { id } = await startTournament(arena, slow);
  await withoutTrace(arena, async () =>
    expectProblem(await operate("PATCH", `/v1/tournaments/${id}`, { json }), "schema_invalid", pointer),
  );
});

test("a corrected result changes who goes on, and what depended on it is played again", async () => {
  const arena = await contest();
  const { id } = await startTournament(arena, { ...slow, pace_ms: 0 });
  await untilOver(id);
  const [first, second, final] = await matchesOf(id);
  const champion = final?.winners[0];
  const beaten = first?.winners[0] === champion ? first : second;
  const ranks = beaten?.ranks?.map((rank) => (rank === 1 ? 2 : 1)) ?? [];
  const upset = beaten?.places.find(({ model }) => model?.slug !== champion)?.model?.slug;
  await operator.correctMatch(id, beaten?.id ?? "", { ranks, reason: "Mixed up" });
  const over = await untilOver(id);
  const after = (await matchesOf(id)).map(essence);
  expect(after[2]?.models).toContain(upset);
  expect(after[2]?.models).not.toContain(champion);
  expect(over.matches_decided).toBe(3);
  expect((await api.match(id, beaten?.id ?? "")).note).toBe("corrected");
  expect((await readLog(arena)).filter(({ type }) => type === "match.corrected")).toHaveLength(1);
  await expectSound(arena);
});

test("a voided match of a program is judged again and comes to the same", async () => {
  const arena = await contest();
  const { id } = await startTournament(arena, { ...slow, pace_ms: 0 });
  await untilOver(id);
  const before = (await matchesOf(id)).map(essence);
  await operator.correctMatch(id, before[0]?.id ?? "", { void: true });
  await untilOver(id);
  expect((await matchesOf(id)).map(essence)).toEqual(before);
  await expectSound(arena);
});

test("a ruling that does not fit is refused", async () => {
  const arena = await contest();
  const { id } = await startTournament(arena, slow);
  const path = `/v1/tournaments/${id}/matches`;
  const [open] = await matchesOf(id);
  await withoutTrace(arena, async () => {
    expectProblem(await operate("PATCH", `${path}/r9.m1`, { json: { void: true } }), "match_unknown");
    expectProblem(await operate("PATCH", `${path}/${open?.id}`, { json: { void: true } }), "match_state");
    expectProblem(
      await operate("PATCH", `${path}/${open?.id}`, { json: { void: false } }),
      "schema_invalid",
      "/void",
    );
    expectProblem(
      await operate("PATCH", `${path}/${open?.id}`, { json: { ranks: [1, 0] } }),
      "schema_invalid",
      "/ranks/1",
    );
  });
  await operator.changeTournament(id, { pace_ms: 0 });
  await untilOver(id);
  await withoutTrace(arena, async () =>
    expectProblem(
      await operate("PATCH", `${path}/${open?.id}`, { json: { ranks: [1, 2, 3] } }),
      "ranks_do_not_fit",
      "/ranks",
    ),
  );
});

test("a ruling can be looked at before it is made, and then resets exactly what was said", async () => {
  const arena = await createContest({ models: 8, prompts: 1, score: (model) => model });
  const { id } = await startTournament(arena, { ...slow, pace_ms: 0 });
  await untilOver(id);
  const before = await matchesOf(id);
  const champion = before.at(-1)?.winners[0];
  const first = before.find(({ round, winners }) => round === 1 && winners[0] === champion);
  const ranks = first?.ranks?.map((rank) => 3 - rank) ?? [];
  const preview = await operator.previewRuling(id, first?.id ?? "", { ranks });
  const dependants = before.filter(({ round, winners }) => round > 1 && winners[0] === champion);
  expect(preview.resets.map((match) => match.id).sort()).toEqual(dependants.map((match) => match.id).sort());
  expect(preview.verdicts).toBe(1 + dependants.length);
  expect(await matchesOf(id), "looking changes nothing").toEqual(before);
  await operator.changeTournament(id, { title: "Same" });
  await operator.correctMatch(id, first?.id ?? "", { ranks });
  await untilOver(id);
  const changed = (await matchesOf(id)).filter(
    (match) => match.version !== before.find((one) => one.id === match.id)?.version,
  );
  expect(changed.map((match) => match.id).sort()).toEqual(
    [first?.id, ...preview.resets.map((match) => match.id)].sort(),
  );
});

test("a ruling that agrees with the result resets nothing else", async () => {
  const arena = await contest();
  const { id } = await startTournament(arena, { ...slow, pace_ms: 0 });
  await untilOver(id);
  const [first] = await matchesOf(id);
  const preview = await operator.previewRuling(id, first?.id ?? "", { ranks: first?.ranks ?? [] });
  expect(preview.resets).toEqual([]);
});

test("looking at a ruling that does not fit is refused like the ruling", async () => {
  const arena = await contest();
  const { id } = await startTournament(arena, { ...slow, pace_ms: 0 });
  await untilOver(id);
  const path = `/v1/tournaments/${id}/matches`;
  await withoutTrace(arena, async () => {
    const json = { ranks: [1, 2, 3] };
    expectProblem(await operate("POST", `${path}/r1.m9/preview`, { json }), "match_unknown");
    const [first] = await matchesOf(id);
    expectProblem(
      await operate("POST", `${path}/${first?.id}/preview`, { json }),
      "ranks_do_not_fit",
      "/ranks",
    );
  });
});
