import { env } from "cloudflare:workers";
import type { BulkResult } from "@agon/contract";
import { expect, test } from "vitest";
import { type Answer, api, operate, operator, read } from "./support/api.ts";
import { arenaNumber, createArena, ndjson, numbered } from "./support/contest.ts";
import { expectSound, readLog, withoutTrace } from "./support/log.ts";
import { expectProblem } from "./support/problem.ts";

const type = "application/x-ndjson";

const upload = (arena: string, rows: readonly unknown[], query = ""): Promise<Answer> =>
  operate("POST", `/v1/arenas/${arena}/outputs${query}`, { body: ndjson(rows), type });

/** Models `m-1` to `m-3` and prompts `p-1` and `p-2`, and no outputs. */
async function begin(): Promise<string> {
  const arena = await createArena();
  await operator.addModels(
    arena,
    numbered("m", 3).map((slug) => ({ slug })),
  );
  await operator.addPrompts(
    arena,
    numbered("p", 2).map((slug) => ({ slug, text: `Question ${slug}` })),
  );
  return arena;
}

const row = { model: "m-1", prompt: "p-1", content: "An answer", score: 0.5 };

const stored = async (arena: string): Promise<number> => (await api.arena(arena)).outputs;

test("an upload is taken whole, and again without a trace", async () => {
  const arena = await begin();
  const rows = [
    row,
    { ...row, model: "m-2", content: "" },
    { model: "m-3", prompt: "p-2", media_url: "https://a.example/b.png" },
  ];
  expect(read(await upload(arena, rows))).toEqual({ accepted: 3, unchanged: 0, errors: [] });
  const again = await withoutTrace(arena, () => upload(arena, rows));
  expect(read(again)).toEqual({ accepted: 3, unchanged: 3, errors: [] });
  expect(await stored(arena)).toBe(3);
  await expectSound(arena);
});

test("an upload that broke off is taken up where it was by sending all of it", async () => {
  const arena = await begin();
  const rows = numbered("m", 3).map((model) => ({ ...row, model }));
  await upload(arena, rows.slice(0, 2));
  expect(read(await upload(arena, rows))).toEqual({ accepted: 3, unchanged: 2, errors: [] });
});

test("a prompt may be named by its text", async () => {
  const arena = await begin();
  await upload(arena, [{ ...row, prompt: "Question p-2" }]);
  expect((await api.prompts(arena)).data.map(({ outputs }) => outputs)).toEqual([0, 1]);
});

const broken: [what: string, line: unknown, pointer: string, code: string][] = [
  ["no JSON", "{", "", "json_malformed"],
  ["NaN", '{"model":"m-1","prompt":"p-1","content":"x","score":NaN}', "", "json_malformed"],
  [
    "an endless score",
    '{"model":"m-1","prompt":"p-1","content":"x","score":1e999}',
    "/score",
    "schema_invalid",
  ],
  ["a list", "[]", "", "schema_invalid"],
  ["a score that is text", { ...row, score: "7" }, "/score", "schema_invalid"],
  ["an unknown field", { ...row, colour: "red" }, "/colour", "schema_invalid"],
  ["neither content nor media", { model: "m-1", prompt: "p-1" }, "/content", "schema_invalid"],
  ["both content and media", { ...row, media_url: "https://a.example" }, "/content", "schema_invalid"],
  [
    "media that is no web address",
    { model: "m-1", prompt: "p-1", media_url: "data:x" },
    "/media_url",
    "schema_invalid",
  ],
  ["an unknown model", { ...row, model: "nobody" }, "/model", "model_unknown"],
  ["an unknown prompt", { ...row, prompt: "Why?" }, "/prompt", "prompt_unknown"],
  ["an output too long to keep", { ...row, content: "x".repeat(262_145) }, "/content", "schema_invalid"],
  ["nesting without an end", `${"[".repeat(40)}${"]".repeat(40)}`, "", "schema_invalid"],
];

test.each(broken)(
  "a line with %s refuses all and is named by its number and field",
  async (_, line, pointer, code) => {
    const arena = await begin();
    const rows = [{ ...row, model: "m-2" }, "", line, { ...row, model: "m-3" }];
    const answer = await withoutTrace(arena, () => upload(arena, rows));
    const problem = expectProblem(answer, "import_rows_invalid");
    expect(problem.errors).toEqual([expect.objectContaining({ line: 3, pointer, code })]);
    expect(await stored(arena)).toBe(0);
  },
);

test.each(broken)(
  "a line with %s is passed over where the operator said so",
  async (_, line, pointer, code) => {
    const arena = await begin();
    const answer = await upload(
      arena,
      [{ ...row, model: "m-2" }, line, { ...row, model: "m-3" }],
      "?keep_going=1",
    );
    expect(answer.status).toBe(201);
    const { accepted, errors } = read<BulkResult>(answer);
    expect(accepted).toBe(2);
    expect(errors).toEqual([expect.objectContaining({ line: 2, pointer, code })]);
    expect(await stored(arena)).toBe(2);
    await expectSound(arena);
  },
);

test("bad lines are told in the order of the file, whatever is wrong with them", async () => {
  const arena = await begin();
  const rows = [{ ...row, model: "nobody" }, "{", { ...row, prompt: "Why?" }, row, "[]"];
  const problem = expectProblem(await upload(arena, rows), "import_rows_invalid");
  expect(problem.errors.map(({ line }) => line)).toEqual([1, 2, 3, 5]);
  const { errors } = read<BulkResult>(await upload(arena, rows, "?keep_going=1"));
  expect(errors.map(({ line }) => line)).toEqual([1, 2, 3, 5]);
});

test("another output for the same model and prompt is a conflict, in the arena and within one file", async () => {
  const arena = await begin();
  await upload(arena, [row]);
  await withoutTrace(arena, async () => {
    const changed = expectProblem(await upload(arena, [{ ...row, content: "Better" }]), "output_exists");
    expect(changed.errors).toEqual([
      expect.objectContaining({ line: 1, pointer: "/content", code: "output_exists" }),
    ]);
    expectProblem(await upload(arena, [{ ...row, score: 0.6 }]), "output_exists");
    const twice = { ...row, model: "m-2" };
    const problem = expectProblem(await upload(arena, [twice, twice]), "import_rows_invalid");
    expect(problem.errors).toEqual([expect.objectContaining({ line: 2, code: "output_duplicate" })]);
  });
});

test("the same upload sent by many at once stores every output once", async () => {
  const arena = await begin();
  const rows = numbered("m", 3).flatMap((model) =>
    numbered("p", 2).map((prompt) => ({ ...row, model, prompt })),
  );
  const answers = await Promise.all([1, 2, 3, 4].map(() => upload(arena, rows)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(await stored(arena)).toBe(6);
  const { results } = await env.DB.prepare("SELECT count(*) AS n FROM outputs WHERE arena_id = ?1")
    .bind(await arenaNumber(arena))
    .all();
  expect(results).toEqual([{ n: 6 }]);
  await expectSound(arena);
});

test("an upload of many rows is cut into entries that D1 can hold", async () => {
  const arena = await createArena();
  const models = numbered("m", 200);
  const prompts = numbered("p", 100);
  await operator.addModels(
    arena,
    models.map((slug) => ({ slug })),
  );
  await operator.addPrompts(
    arena,
    prompts.map((slug) => ({ slug, text: slug })),
  );
  const rows = models.flatMap((model) => prompts.map((prompt) => ({ model, prompt, content: "x" })));
  expect(read<BulkResult>(await upload(arena, rows)).accepted).toBe(20_000);
  const { results } = await env.DB.prepare(
    "SELECT max(length(event)) AS longest FROM log WHERE arena_id = ?1",
  )
    .bind(await arenaNumber(arena))
    .all<{ longest: number }>();
  expect(results[0]?.longest).toBeLessThan(1_000_000);
  expect(await stored(arena)).toBe(20_000);
  await expectSound(arena);
});

test("an empty upload, another type and too much are refused", async () => {
  const arena = await begin();
  const path = `/v1/arenas/${arena}/outputs`;
  await withoutTrace(arena, async () => {
    expectProblem(await operate("POST", path, { body: "\n\n", type }), "schema_invalid");
    expectProblem(await operate("POST", path, { json: row }), "content_type_unsupported");
    expectProblem(await operate("POST", path, { body: "x".repeat(8_500_000), type }), "body_too_large");
    expectProblem(
      await operate("POST", `${path}?keep_going=yes`, { body: "{}", type }),
      "parameter_invalid",
      "/keep_going",
    );
  });
  expect((await readLog(arena)).at(-1)?.type).toBe("prompts.added");
});
