import { afterEach, expect, test, vi } from "vitest";
import { api, operator } from "./support/api.ts";
import { createContest } from "./support/contest.ts";
import { expectSound, readLog } from "./support/log.ts";
import { bestOf, serveModels } from "./support/scripted-model.ts";
import { startTournament, untilOver } from "./support/tournament.ts";

const hosts = ["one.example.com", "two.example.com"] as const;

afterEach(() => {
  vi.unstubAllGlobals();
});

async function panelOf(arena: string): Promise<void> {
  for (const [at, host] of hosts.entries())
    await operator.addJudge(arena, {
      slug: `judge-${at + 1}`,
      kind: "llm",
      // A model of its own for every arena: answers are kept beyond them.
      model: `${arena}-${at + 1}`,
      base_url: `https://${host}/v1`,
      price: { input: 1, output: 1 },
    });
  await operator.addJudge(arena, { slug: "both", kind: "panel", members: ["judge-1", "judge-2"] });
}

/** Prefers the output of the model with the higher number, wherever it stands. */
function truthful(text: string): string {
  const [a, b] = [...text.matchAll(/An answer of (\d)/g)].map(([, model]) => Number(model)).slice(-2);
  return JSON.stringify({ choice: (a ?? 0) > (b ?? 0) ? "A+" : "B+" });
}

test("a panel whose one judge dies half-way decides every match, and shows who is missing", async () => {
  const [models, prompts] = [8, 20];
  const endpoints = serveModels(hosts);
  const [one, two] = hosts.map((host) => endpoints[host]);
  if (!one || !two) throw new Error("both endpoints are served");
  one.answer = truthful;
  two.answer = truthful;
  two.diesAfter = 70;
  const arena = await createContest({ models, prompts });
  await panelOf(arena);
  const { id } = await startTournament(arena, {
    format: "single-elimination",
    judge: { kind: "panel", judge: "both" },
  });
  const over = await untilOver(id, 110_000);
  expect(over.matches_decided).toBe((models - 1) * prompts);
  const verdicts = (await api.verdicts(arena, { limit: 1000 })).data;
  expect(verdicts).toHaveLength((models - 1) * prompts);
  expect(verdicts.every(({ judge, looks }) => judge.kind === "panel" && (looks?.length ?? 0) > 0)).toBe(true);
  const winners = over.brackets.map(({ champion }) => champion?.slug);
  expect(
    winners.every((winner) => winner === `m-${models}`),
    "no battle was decided by chance",
  ).toBe(true);
  const short = verdicts.filter(({ absent }) => absent?.some(({ judge }) => judge === "judge-2"));
  expect(short.length).toBeGreaterThan(prompts);
  expect(short.every(({ flags }) => flags.includes("panel_short"))).toBe(true);
  const work = await operator.judgeWork(arena, "both");
  expect(work.recent_failures.some(({ judge }) => judge === "judge-2")).toBe(true);
  expect(work.running).toEqual([]);
  await expectSound(arena);
});

test("a redelivered message pays for nothing again and changes nothing", async () => {
  const endpoints = serveModels(hosts);
  const [one] = hosts.map((host) => endpoints[host]);
  const arena = await createContest({ models: 2, prompts: 1 });
  await panelOf(arena);
  const { id } = await startTournament(arena, { format: "series", judge: { kind: "llm", judge: "judge-1" } });
  await untilOver(id);
  const [log, calls] = [await readLog(arena), one?.calls.length];
  await startTournament(arena, { format: "series", judge: { kind: "llm", judge: "judge-1" }, seed: "draw" });
  await untilOver(`${arena}.2`);
  expect(one?.calls.length, "answers are kept").toBe(calls);
  expect((await readLog(arena)).length).toBe(log.length + 2);
});

test("an answer that cannot be read decides nothing, is shown, and is asked for anew on retry", async () => {
  const endpoints = serveModels(hosts);
  const one = endpoints[hosts[0]];
  if (!one) throw new Error("the endpoint is served");
  one.answer = () => "I would rather not say.";
  const arena = await createContest({ models: 2, prompts: 1 });
  await panelOf(arena);
  const { id } = await startTournament(arena, { format: "series", judge: { kind: "llm", judge: "judge-1" } });
  await vi.waitFor(
    async () =>
      expect((await operator.judgeWork(arena, "judge-1")).failed).toMatchObject([{ code: "invalid" }]),
    20_000,
  );
  expect((await api.tournament(id)).matches_decided).toBe(0);
  one.answer = bestOf("B++");
  await operator.retryJudge(arena, "judge-1");
  await untilOver(id);
  const [verdict] = (await api.verdicts(arena)).data;
  expect(verdict).toMatchObject({
    ranks: [2, 1],
    strength: -1,
    looks: [{ judge: "judge-1", choice: "B++" }],
  });
});

test("a cap ends the giving out of battles within one battle of it, and a higher one lets them go on", async () => {
  serveModels(hosts);
  const arena = await createContest({ models: 6, prompts: 4 });
  await operator.addJudge(arena, {
    slug: "dear",
    kind: "llm",
    model: `${arena}-dear`,
    base_url: `https://${hosts[0]}/v1`,
    price: { input: 100, output: 100 },
    max_cost: 0.5,
  });
  await startTournament(arena, { format: "round-robin", judge: { kind: "llm", judge: "dear" } });
  await vi.waitFor(
    async () =>
      expect(await operator.judgeWork(arena, "dear")).toMatchObject({ waiting_for: "cap", running: [] }),
    60_000,
  );
  const { cost_usd: cost, calls } = await operator.judgeWork(arena, "dear");
  expect(cost).toBeLessThanOrEqual(0.5);
  expect(cost, `${calls} calls`).toBeGreaterThan(0.5 - 0.06);
  await operator.changeJudge(arena, "dear", { max_cost: 100 });
  await untilOver(`${arena}.1`);
});

test("a stopped judge gets no battles until it goes on", async () => {
  const endpoints = serveModels(hosts);
  const arena = await createContest({ models: 2, prompts: 1 });
  await panelOf(arena);
  await operator.stopJudge(arena, "judge-1");
  const { id } = await startTournament(arena, { format: "series", judge: { kind: "llm", judge: "judge-1" } });
  expect(await operator.judgeWork(arena, "judge-1")).toMatchObject({ waiting_for: "stopped", running: [] });
  expect(endpoints[hosts[0]]?.calls).toEqual([]);
  await operator.changeJudge(arena, "judge-1", { status: "active" });
  await untilOver(id);
});
