import type { NewTournament } from "@agon/contract";
import { expect, test } from "vitest";
import { api, operator } from "./support/api.ts";
import { createArena, createContest, ndjson, numbered } from "./support/contest.ts";
import { expectSound, readLog } from "./support/log.ts";
import { essence, matchesOf, startTournament, untilOver } from "./support/tournament.ts";

const models = 6;
const prompts = 3;

/** `m-6` is the best on every prompt, `m-1` the worst. */
const contest = () => createContest({ models, prompts, score: (model, prompt) => 10 * model + prompt });

const runs: [wish: NewTournament, matches: number | null][] = [
  [{ format: "single-elimination" }, (models - 1) * prompts],
  [{ format: "series" }, models - 1],
  [{ format: "series", options: { thirdPlace: true, bestOf: 3, seeding: "listed" } }, models],
  [{ format: "double-elimination" }, null],
  [{ format: "k-wise-elimination", options: { k: 3 } }, null],
  [{ format: "k-wise-elimination", options: { k: 4, advance: 2, scope: "field", games: 3 } }, null],
  [{ format: "k-wise-league", options: { k: 3, budget: 24 } }, 24],
  [{ format: "swiss" }, (models - 1) * prompts],
  [{ format: "round-robin" }, ((models * (models - 1)) / 2) * prompts],
  [{ format: "anchored", options: { anchors: ["m-3"] } }, (models - 1) * prompts],
  [{ format: "sort" }, null],
  [{ format: "sort", options: { method: "all-pairs" } }, ((models * (models - 1)) / 2) * prompts],
  [{ format: "sort", options: { method: "window", passes: 6 } }, null],
  [{ format: "placement", options: { newcomer: "m-6", k: 3 } }, null],
];

const named = runs.map(([wish, matches]) => ({
  name: `${wish.format} ${JSON.stringify(wish.options ?? {})}`,
  wish,
  matches,
}));

test.each(named)("a program runs $name to its end by itself", async ({ wish, matches }) => {
  const arena = await contest();
  const { id } = await startTournament(arena, { ...wish, judge: "score" });
  const over = await untilOver(id);
  expect(over.matches_decided).toBe(over.matches_total);
  if (matches !== null) expect(over.matches_total).toBe(matches);
  const verdicts = (await api.verdicts(arena, { limit: 1_000 })).data;
  expect(
    verdicts.every(({ counted, judge }) => counted && judge.kind === "rule" && judge.id === "score"),
  ).toBe(true);
  for (const { slots, ranks } of verdicts) {
    const strength = slots.map(({ model }) => Number(model.slice(2)));
    expect(ranks, "the higher score stands above").toEqual(
      strength.map((own) => 1 + strength.filter((other) => other > own).length),
    );
  }
  expect((await api.arena(arena)).votes).toBe(verdicts.length);
  await expectSound(arena);
});

test.each(named.filter(({ wish }) => wish.format !== "placement" && wish.format !== "anchored"))(
  "$name puts the best first",
  async ({ wish }) => {
    const arena = await contest();
    const { id } = await startTournament(arena, { ...wish, judge: "score" });
    const { standings } = await untilOver(id);
    expect(standings[0]?.model.slug).toBe("m-6");
    const board = await api.leaderboard(arena);
    expect(board.models[0]?.model.slug).toBe("m-6");
  },
);

test("sorting by score gives the full order of every prompt", async () => {
  const arena = await contest();
  const { id } = await startTournament(arena, { format: "sort", judge: "score" });
  const { standings } = await untilOver(id);
  expect(standings.map(({ model }) => model.slug)).toEqual(numbered("m", models).reverse());
});

test("equal scores tie, and the earlier position of the draw goes on", async () => {
  const arena = await createContest({ models: 4, prompts: 1, score: () => 1 });
  const { id } = await startTournament(arena, { format: "single-elimination", judge: "score" });
  await untilOver(id);
  const matches = await matchesOf(id);
  for (const { ranks, note, winners, places } of matches) {
    expect(ranks).toEqual([1, 1]);
    expect(note).toBe("tie-earlier-position");
    expect(winners).toEqual([places[0]?.model?.slug]);
  }
  const board = await api.leaderboard(arena);
  expect(board.models.reduce((sum, { ties }) => sum + ties, 0)).toBe(6);
});

test.each([
  "single-elimination",
  "series",
  "k-wise-elimination",
  "double-elimination",
  "sort",
  "round-robin",
  "swiss",
] as const)("in %s a missing output is a forfeit that no board counts", async (format) => {
  const arena = await createContest({ models: 5, prompts: 2, score: (model) => model });
  await operator.addModels(arena, { slug: "m-6" });
  await operator.addOutputs(arena, JSON.stringify({ model: "m-6", prompt: "p-1", content: "x", score: 99 }));
  const options = format === "k-wise-elimination" ? { k: 3, scope: "field", games: 2 } : {};
  const { id } = await startTournament(arena, { format, judge: "score", options });
  await untilOver(id);
  const verdicts = (await api.verdicts(arena, { limit: 1_000 })).data;
  const shown = verdicts.filter(({ slots }) => slots.some(({ model }) => model === "m-6"));
  expect(shown.every(({ slots }) => slots[0]?.prompt === "p-1")).toBe(true);
  for (const { slots, ranks } of shown)
    expect(ranks[slots.findIndex(({ model }) => model === "m-6")]).toBe(1);
  await expectSound(arena);
});

test("the reference judge compares contents with the prompt's reference", async () => {
  const arena = await createArena();
  await operator.addModels(arena, [{ slug: "right" }, { slug: "wrong" }]);
  await operator.addPrompts(arena, [{ slug: "p-1", text: "Capital of France?", reference: "Paris" }]);
  await operator.addOutputs(
    arena,
    ndjson([
      { model: "right", prompt: "p-1", content: " paris. " },
      { model: "wrong", prompt: "p-1", content: "Lyon" },
    ]),
  );
  const judge = { kind: "rule", rule: "reference" } as const;
  const { id } = await startTournament(arena, { format: "round-robin", judge });
  expect((await untilOver(id)).standings[0]?.model.slug).toBe("right");
});

test("a tournament of 64 models takes one batch for many verdicts", async () => {
  const arena = await createContest({
    models: 64,
    prompts: 2,
    score: (model, prompt) => (model * 37 + prompt * 11) % 64,
  });
  const { id } = await startTournament(arena, { format: "single-elimination", judge: "score" });
  const { matches_total } = await untilOver(id);
  expect(matches_total).toBe(126);
  const champions = (await api.tournament(id)).brackets.map(({ champion }) => champion?.slug);
  const best = [0, 1].map(
    (prompt) => 1 + numbered("m", 64).findIndex((_, model) => (model * 37 + prompt * 11) % 64 === 63),
  );
  expect(champions).toEqual(best.map((number) => `m-${number}`));
  expect((await readLog(arena)).filter(({ type }) => type === "verdict")).toHaveLength(126);
  await expectSound(arena);
});

test("a finished bracket tells of every match who played, who won and what came of it", async () => {
  const arena = await createContest({ models: 4, prompts: 1, score: (model) => model });
  const { id } = await startTournament(arena, { format: "single-elimination", judge: "score", seed: 5 });
  await untilOver(id);
  const matches = (await matchesOf(id)).map(essence);
  const [, , final] = matches;
  expect(matches.map(({ status }) => status)).toEqual(["decided", "decided", "decided"]);
  expect(final?.models).toEqual(matches.slice(0, 2).map(({ winners }) => winners[0]));
  expect(final?.winners).toEqual(["m-4"]);
  const detail = await api.match(id, final?.id ?? "");
  expect(detail.outputs.map(({ model, score }) => [model.slug, score])).toEqual(
    final?.models.map((slug) => [slug, Number(slug?.slice(2)) - 1]),
  );
  expect(detail.verdicts).toHaveLength(1);
  expect(detail).toMatchObject({ prompt: "p-1", prompt_text: "Question p-1", tournament: id });
});

test.each([
  [{ format: "single-elimination" }, { kind: "bracket" }],
  [{ format: "series" }, { kind: "bracket" }],
  [{ format: "double-elimination" }, { kind: "bracket" }],
  [{ format: "k-wise-elimination", options: { k: 3 } }, { kind: "bracket" }],
  [{ format: "k-wise-league", options: { k: 3, budget: 6 } }, { kind: "league" }],
  [{ format: "swiss", options: { opening: 0.5, refits: 1 } }, { kind: "swiss" }],
  [
    { format: "round-robin" },
    { kind: "cross-table", rows: ["m-4", "m-3", "m-2", "m-1"], columns: ["m-4", "m-3", "m-2", "m-1"] },
  ],
  [
    { format: "anchored", options: { anchors: ["m-2"] } },
    {
      kind: "cross-table",
      columns: ["m-2"],
      cells: expect.arrayContaining([[[2, 0, 0]], [[0, 2, 0]], [null]]),
    },
  ],
  [{ format: "sort" }, { kind: "sort", settled: ["m-4", "m-3", "m-2", "m-1"], rest: [], comparing: null }],
  [
    { format: "placement", options: { newcomer: "m-4", k: 2 } },
    { kind: "placement", newcomer: "m-4", ladder: expect.arrayContaining(["m-1", "m-2", "m-3"]) },
  ],
] as [NewTournament, object][])("%j comes with the chart that fits it", async (wish, chart) => {
  const arena = await createContest({ models: 4, prompts: 2, score: (model) => model });
  const { id } = await startTournament(arena, { ...wish, judge: "score" });
  const over = await untilOver(id);
  expect(over.chart).toMatchObject(chart);
});
