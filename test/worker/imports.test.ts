import { evictDurableObject } from "cloudflare:test";
import type { BulkResult } from "@agon/contract";
import { expect, test } from "vitest";
import { api, read } from "./support/api.ts";
import { createContest, refereeOf } from "./support/contest.ts";
import { expectSound, withoutTrace } from "./support/log.ts";
import { expectProblem } from "./support/problem.ts";
import { drawBallot, vote } from "./support/voter.ts";
import { importedVote, importVotes } from "./support/votes.ts";

test("imported votes count, and are told in the public log with their judges and their time", async () => {
  const arena = await createContest();
  const at = "2024-02-29T12:00:00.000Z";
  const rows = [
    importedVote({ id: "a", judge: { id: "w7", kind: "human" }, at, flags: ["both_bad"], ranks: [4, 4] }),
    importedVote({
      id: "b",
      judge: { id: "gpt", kind: "llm" },
      models: ["m-3", "m-1", "m-2"],
      ranks: [9, 2, 2],
    }),
  ];
  expect(read(await importVotes(arena, rows))).toEqual({ accepted: 2, unchanged: 0, errors: [] });
  expect((await api.verdicts(arena)).data).toMatchObject([
    { ballot: "i.a", judge: { id: "w7", kind: "human" }, ranks: [1, 1], flags: ["both_bad"], at },
    { ballot: "i.b", judge: { id: "gpt", kind: "llm" }, ranks: [3, 1, 1], counted: true },
  ]);
  expect((await api.arena(arena)).votes_by_judge).toEqual({ human: 1, llm: 1 });
  await expectSound(arena);
});

test("importing the same file again, whole or in part, changes nothing", async () => {
  const arena = await createContest();
  const rows = Array.from({ length: 30 }, () => importedVote());
  await importVotes(arena, rows.slice(0, 12));
  expect(read(await importVotes(arena, rows))).toEqual({ accepted: 30, unchanged: 12, errors: [] });
  await evictDurableObject(await refereeOf(arena));
  const again = await withoutTrace(arena, () => importVotes(arena, rows));
  expect(read(again)).toEqual({ accepted: 30, unchanged: 30, errors: [] });
  expect((await api.arena(arena)).votes).toBe(30);
});

test("the same file sent by four at once is counted once", async () => {
  const arena = await createContest();
  const rows = Array.from({ length: 50 }, () => importedVote());
  const answers = await Promise.all([1, 2, 3, 4].map(() => importVotes(arena, rows)));
  const results = answers.map((answer) => read<BulkResult>(answer));
  expect(results.map(({ accepted }) => accepted)).toEqual([50, 50, 50, 50]);
  expect(results.reduce((sum, { unchanged }) => sum + unchanged, 0)).toBe(150);
  expect((await api.arena(arena)).votes).toBe(50);
  await expectSound(arena);
});

test("an id that stands twice in a file counts once", async () => {
  const arena = await createContest();
  const row = importedVote();
  expect(read(await importVotes(arena, [row, row]))).toMatchObject({ accepted: 2, unchanged: 1 });
  expect((await api.arena(arena)).votes).toBe(1);
});

test("an imported id never meets a ballot of the arena", async () => {
  const arena = await createContest();
  const ballot = await drawBallot(arena);
  await importVotes(arena, [importedVote({ id: ballot.id })]);
  expect((await vote(ballot, { outcome: "b" })).counted).toBe(true);
  expect((await api.arena(arena)).votes).toBe(2);
});

test("the same id in another arena is another vote", async () => {
  const [one, other] = [await createContest(), await createContest()];
  const row = importedVote();
  await importVotes(one, [row]);
  expect(read(await importVotes(other, [row]))).toMatchObject({ accepted: 1, unchanged: 0 });
});

const broken: [what: string, line: unknown, pointer: string, code: string][] = [
  ["no JSON", "nonsense", "", "json_malformed"],
  ["an unknown model", importedVote({ models: ["m-1", "nobody"] }), "/models/1", "model_unknown"],
  ["an unknown prompt", importedVote({ prompt: "Why?" }), "/prompt", "prompt_unknown"],
  ["an unknown criterion", importedVote({ criterion: "taste" }), "/criterion", "criterion_unknown"],
  ["a rank too few", importedVote({ models: ["m-1", "m-2", "m-3"] }), "/ranks", "schema_invalid"],
  ["a model against itself", importedVote({ models: ["m-1", "m-1"] }), "/models", "schema_invalid"],
  ["one model alone", importedVote({ models: ["m-1"], ranks: [1] }), "/models", "schema_invalid"],
  ["rank zero", importedVote({ ranks: [0, 1] }), "/ranks/0", "schema_invalid"],
  [
    "a judge of no kind",
    { ...importedVote(), judge: { id: "x", kind: "cat" } },
    "/judge/kind",
    "schema_invalid",
  ],
  ["no id", { ...importedVote(), id: undefined }, "/id", "schema_invalid"],
  ["a time that is none", importedVote({ at: "yesterday" }), "/at", "schema_invalid"],
];

test.each(broken)("a vote with %s refuses the file, or is passed over", async (_, line, pointer, code) => {
  const arena = await createContest();
  const rows = [importedVote(), line, importedVote()];
  const refused = await withoutTrace(arena, () => importVotes(arena, rows));
  const { errors } = expectProblem(refused, "import_rows_invalid");
  expect(errors[0]).toMatchObject({ line: 2, pointer, code });
  const kept = read<BulkResult>(await importVotes(arena, rows, "?keep_going=1"));
  expect(kept.accepted).toBe(2);
  expect(kept.errors[0]).toMatchObject({ line: 2, pointer, code });
  expect((await api.arena(arena)).votes).toBe(2);
  await expectSound(arena);
});

test("votes in another order give the same board", async () => {
  const rows = Array.from({ length: 60 }, (_, at) =>
    importedVote({
      models: [`m-${1 + (at % 4)}`, `m-${1 + ((at + 1 + (at % 3)) % 4)}`],
      ranks: [1 + (at % 2), 1 + (at % 5)],
    }),
  );
  const boards = await Promise.all(
    [rows, [...rows].reverse()].map(async (file) => {
      const arena = await createContest();
      await importVotes(arena, file);
      const { models, matrix } = await api.leaderboard(arena);
      return { models, matrix };
    }),
  );
  expect(boards[1]).toEqual(boards[0]);
});
