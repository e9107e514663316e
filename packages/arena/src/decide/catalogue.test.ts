import { expect, test } from "vitest";
import {
  allowed,
  contest,
  modelEntry,
  outputRow,
  perform,
  promptEntry,
  settings,
} from "../fixtures/contest.ts";
import { emptyArena } from "../state.ts";
import { decideConfigure, decideCreation, decideModels, decideOutputs, decidePrompts } from "./catalogue.ts";

const whole = { errors: [], keepGoing: false };

test("an arena is created once", () => {
  expect(decideCreation(contest(), settings)).toMatchObject({ ok: false, error: { code: "arena_exists" } });
});

test("settings that are not named, or named as nothing, stay", () => {
  const { state, answer } = perform(
    contest(),
    allowed(decideConfigure(contest(), { k: 4, title: undefined })),
  );
  expect(state.settings).toEqual({ ...settings, k: 4 });
  expect(answer).toEqual(state.settings);
});

test("settings that are the same are no event", () => {
  expect(allowed(decideConfigure(contest(), { title: settings.title })).drafts).toEqual([]);
});

test("an arena that was never created has no settings to change", () => {
  expect(decideConfigure(emptyArena(), { k: 3 })).toMatchObject({
    ok: false,
    error: { code: "arena_unknown" },
  });
});

test("new models are numbered behind the known ones, and known ones are passed over", () => {
  const entries = ["m-2", "new", "m-1", "new", "newer"].map(modelEntry);
  const { state, answer } = perform(contest(3), allowed(decideModels(contest(3), entries)));
  expect(answer.map(({ number, entry }) => [number, entry.slug])).toEqual([
    [3, "new"],
    [4, "newer"],
  ]);
  expect(state.models.map(({ slug }) => slug)).toEqual(["m-1", "m-2", "m-3", "new", "newer"]);
});

test("an arena holds 4,096 models and no more", () => {
  const many = Array.from({ length: 4_096 }, (_, at) => modelEntry(`x-${at}`));
  expect(decideModels(emptyArena(), many).ok).toBe(true);
  expect(decideModels(contest(1), many)).toMatchObject({ ok: false, error: { code: "schema_invalid" } });
});

test("a prompt's text is never changed, also not within one upload", () => {
  const other = { ...promptEntry("p-1"), textHash: "another text" };
  expect(decidePrompts(contest(), [promptEntry("p-9"), other])).toMatchObject({
    ok: false,
    error: { code: "prompt_exists", errors: [{ pointer: "/1/slug" }] },
  });
  const twice = [promptEntry("p-9"), { ...promptEntry("p-9"), textHash: "another text" }];
  expect(decidePrompts(contest(), twice).ok).toBe(false);
  expect(decidePrompts(contest(), [other])).toMatchObject({ error: { errors: [{ pointer: "/slug" }] } });
});

test("a stored output is known again by content and score", () => {
  const state = contest(2, 1, () => 0.5);
  const row = outputRow(1, "m-1", "p-1", 0.5);
  expect(allowed(decideOutputs(state, [row], whole))).toMatchObject({ drafts: [] });
  for (const changed of [
    { ...row, score: 0.6 },
    { ...row, score: null },
    { ...row, hash: "another content" },
  ]) {
    expect(decideOutputs(state, [changed], whole)).toMatchObject({
      ok: false,
      error: { code: "output_exists" },
    });
  }
});

test("a prompt is found by its slug before its text", () => {
  const { state } = perform(
    contest(1, 1),
    allowed(decidePrompts(contest(1, 1), [{ ...promptEntry("text of p-1"), textHash: "h" }])),
  );
  const row = { ...outputRow(1, "m-1", "text of p-1"), promptHash: "text of p-1" };
  const { stored } = allowed(decideOutputs(state, [row], whole)).answer(state, []);
  expect(stored.map(([, { prompt }]) => prompt)).toEqual([1]);
});

test("with keep-going the good rows stand, and the bad ones are told in the order of their lines", () => {
  const state = contest(2, 1);
  const rows = [outputRow(2, "nobody", "p-1"), outputRow(4, "m-1", "p-9")];
  const earlier = [{ line: 3, pointer: "", code: "json_malformed", detail: "the line is not JSON" }];
  const { answer } = perform(
    state,
    allowed(decideOutputs(state, rows, { errors: earlier, keepGoing: true })),
  );
  expect(answer.errors.map(({ line, code }) => [line, code])).toEqual([
    [2, "model_unknown"],
    [3, "json_malformed"],
    [4, "prompt_unknown"],
  ]);
});

test("a refusal names at most a hundred rows and says how many there were", () => {
  const rows = Array.from({ length: 250 }, (_, at) => outputRow(at + 1, "nobody", "p-1"));
  const decided = decideOutputs(contest(), rows, whole);
  expect(decided).toMatchObject({ ok: false, error: { code: "import_rows_invalid" } });
  if (decided.ok) return;
  expect(decided.error.errors).toHaveLength(100);
  expect(decided.error.detail).toContain("250 rows are not valid, the first on line 1");
});

test("an upload of many outputs is cut into several events", () => {
  const prompts = Array.from({ length: 6_000 }, (_, at) => promptEntry(`x-${at}`));
  const { state } = perform(contest(1, 1), allowed(decidePrompts(contest(1, 1), prompts)));
  const rows = prompts.map(({ slug }, at) => outputRow(at + 1, "m-1", slug));
  const { drafts } = allowed(decideOutputs(state, rows, whole));
  const sizes = drafts.map(({ event }) => (event.type === "outputs.added" ? event.outputs.length : 0));
  expect(sizes).toEqual([5_000, 1_000]);
});
