import type { Leaderboard } from "@agon/contract";
import { expect, test } from "vitest";
import { type Answer, api, call, operate, operator, read } from "./support/api.ts";
import { createArena, ndjson } from "./support/contest.ts";
import { expectProblem } from "./support/problem.ts";
import { importedVote, importVotes } from "./support/votes.ts";

const board = (arena: string, query = ""): Promise<Answer> =>
  call("GET", `/v1/arenas/${arena}/leaderboard${query}`);
const shown = async (arena: string, query = "") => read<Leaderboard>(await board(arena, query));
const row = ({ models }: Leaderboard, slug: string) => models.find(({ model }) => model.slug === slug);

/** Two models and two prompts: `m-1` is long on `p-1` and short on `p-2`, `m-2` the other way round. */
async function written(): Promise<string> {
  const arena = await createArena();
  await operator.addModels(arena, [{ slug: "m-1" }, { slug: "m-2" }]);
  await operator.addPrompts(arena, [
    { slug: "p-1", text: "One", category: "short" },
    { slug: "p-2", text: "Two", category: "long" },
  ]);
  const [long, short] = ["word ".repeat(60).trim(), "word ".repeat(40).trim()];
  await operator.addOutputs(
    arena,
    ndjson([
      { model: "m-1", prompt: "p-1", content: long },
      { model: "m-2", prompt: "p-1", content: short },
      { model: "m-1", prompt: "p-2", content: short },
      { model: "m-2", prompt: "p-2", content: long },
    ]),
  );
  return arena;
}

/** `count` votes for `winner` on a prompt; with the flag that says how clear they were. */
const wins = (winner: string, prompt: string, count: number, flags: string[] = []) =>
  Array.from({ length: count }, () =>
    importedVote({ prompt, ranks: winner === "m-1" ? [1, 2] : [2, 1], flags }),
  );

test("style control takes the length of the outputs out of the ratings and says how much it weighed", async () => {
  const arena = await written();
  // The longer output wins four times of five; m-1 was shown long three times as often as m-2.
  await importVotes(arena, [
    ...wins("m-1", "p-1", 48),
    ...wins("m-2", "p-1", 12),
    ...wins("m-2", "p-2", 16),
    ...wins("m-1", "p-2", 4),
  ]);
  const [plain, styled] = [await shown(arena), await shown(arena, "?style=1")];
  const lead = (one: Leaderboard) => (row(one, "m-1")?.rating ?? 0) - (row(one, "m-2")?.rating ?? 0);
  expect(plain.style).toBeNull();
  expect(lead(plain)).toBeGreaterThan(80);
  expect(Math.abs(lead(styled))).toBeLessThan(lead(plain) / 2);
  const tokens = styled.style?.coefficients.find(({ feature }) => feature === "tokens");
  expect(tokens?.value).toBeGreaterThan(3 * (tokens?.sd ?? 1));
  expect(styled.style?.coefficients.map(({ feature }) => feature)).toEqual([
    "tokens",
    "headings",
    "bold",
    "lists",
    "position",
  ]);
  expect(styled).toMatchObject({ method: "bradley-terry", votes: 80 });
  expect(row(styled, "m-1")).toMatchObject({ votes: 80, wins: 52, losses: 28 });
  expect(styled.matrix).toEqual({ ...styled.matrix, models: styled.models.map(({ model }) => model.slug) });
});

test("outputs that come later are in the next style-controlled board", async () => {
  const arena = await written();
  await importVotes(arena, wins("m-1", "p-1", 3));
  expect((await board(arena, "?style=1")).status).toBe(200);
  await operator.addModels(arena, { slug: "m-3" });
  await operator.addOutputs(arena, ndjson([{ model: "m-3", prompt: "p-1", content: "a ".repeat(500) }]));
  await importVotes(arena, [importedVote({ models: ["m-3", "m-1"] })]);
  const margin = await shown(arena, "?length_margin=100");
  expect(row(margin, "m-3")).toMatchObject({ wins: 0, ties: 1 });
});

test("a length margin makes ties of the wins of longer outputs, but for those that were clear", async () => {
  const arena = await written();
  // 299 against 199 characters on p-1.
  await importVotes(arena, [
    ...wins("m-1", "p-1", 3),
    ...wins("m-1", "p-1", 1, ["much"]),
    ...wins("m-1", "p-1", 1, ["slight"]),
    ...wins("m-2", "p-1", 2),
  ]);
  expect(row(await shown(arena), "m-1")).toMatchObject({ wins: 5, losses: 2, ties: 0 });
  const margin = await shown(arena, "?length_margin=99");
  expect(margin.length_margin).toBe(99);
  expect(row(margin, "m-1")).toMatchObject({ wins: 1, losses: 2, ties: 4 });
  expect(row(await shown(arena, "?length_margin=100"), "m-1")).toMatchObject({ wins: 5, losses: 2, ties: 0 });
});

test("a length margin says that it leaves rankings as they are", async () => {
  const arena = await written();
  await operator.addModels(arena, { slug: "m-3" });
  await importVotes(arena, [importedVote({ models: ["m-1", "m-2", "m-3"], ranks: [1, 2, 3] })]);
  const { warnings } = await shown(arena, "?length_margin=10");
  expect(warnings.map(({ code }) => code)).toContain("margin-duels-only");
});

test("intervals come as sandwich, by bootstrap or not at all, and with them the chance of rank 1", async () => {
  const arena = await written();
  await importVotes(arena, [...wins("m-1", "p-1", 30), ...wins("m-2", "p-2", 20)]);
  for (const kind of ["sandwich", "bootstrap"]) {
    const one = await shown(arena, `?interval=${kind}`);
    expect(one.interval.kind).toBe(kind);
    const chances = one.models.map(({ p_rank_1 }) => p_rank_1 ?? Number.NaN);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
    expect(chances[0]).toBeGreaterThan(0.8);
    for (const { lower, rating, upper } of one.models) {
      expect(lower).toBeLessThan(rating ?? 0);
      expect(upper).toBeGreaterThan(rating ?? 0);
    }
    expect((await shown(arena, `?interval=${kind}&limit=1`)).models[0]).toEqual(one.models[0]);
  }
  const bare = await shown(arena, "?interval=none");
  expect(row(bare, "m-1")).toMatchObject({ lower: null, upper: null, p_rank_1: null });
});

test("a category's board is drawn to the whole, unless it shall stand as it is", async () => {
  const arena = await written();
  await importVotes(arena, [
    ...wins("m-1", "p-1", 60),
    ...wins("m-2", "p-1", 20),
    ...wins("m-2", "p-2", 3),
    ...wins("m-1", "p-2", 2),
  ]);
  const rating = async (query: string) => row(await shown(arena, query), "m-1")?.rating ?? 0;
  const [whole, own, drawn] = [
    await rating(""),
    await rating("?category=long&shrink=0"),
    await rating("?category=long"),
  ];
  expect(own).toBeLessThan(1000);
  expect(drawn).toBeGreaterThan(own);
  expect(drawn).toBeLessThanOrEqual(whole + 1e-9);
  expect(await shown(arena, "?category=long")).toMatchObject({ shrunk: true, votes: 5, category: "long" });
  expect(await shown(arena, "?category=long&shrink=0")).toMatchObject({ shrunk: false, votes: 5 });
  expect(await shown(arena, "?category=long&method=elo")).toMatchObject({ shrunk: false });
});

test("overall is the weighted mean of the criteria", async () => {
  const criteria = [
    { slug: "quality", title: "Quality", instruction: "Which?", weight: 3 },
    { slug: "style", title: "Style", instruction: "Which?" },
    { slug: "taste", title: "Taste", instruction: "Which?", weight: 0 },
  ];
  const arena = await createArena({ criteria });
  await operator.addModels(arena, [{ slug: "m-1" }, { slug: "m-2" }]);
  await operator.addPrompts(arena, { slug: "p-1", text: "One" });
  const of = (criterion: string, ranks: number[], count: number) =>
    Array.from({ length: count }, () => importedVote({ criterion, ranks }));
  await importVotes(arena, [
    ...of("quality", [1, 2], 3),
    ...of("quality", [2, 1], 1),
    ...of("style", [2, 1], 2),
    ...of("style", [1, 2], 1),
  ]);
  const weighted = await shown(arena, "?criterion=overall");
  const [quality, style] = await Promise.all(
    ["quality", "style"].map(async (slug) => (await shown(arena, `?criterion=${slug}`)).models),
  );
  const of1 = (rows: typeof quality) => rows?.find(({ model }) => model.slug === "m-1")?.rating ?? 0;
  expect(row(weighted, "m-1")?.rating).toBeCloseTo(0.75 * of1(quality) + 0.25 * of1(style), 9);
  expect(weighted).toMatchObject({
    criterion: "overall",
    votes: 7,
    weights: [
      { criterion: "quality", share: 0.75 },
      { criterion: "style", share: 0.25 },
    ],
  });
  expect(row(weighted, "m-1")).toMatchObject({ votes: 7, wins: 4, losses: 3 });
  expect(row(weighted, "m-1")?.p_rank_1).toBeGreaterThan(0.5);
  expectProblem(await board(arena, "?criterion=overall&style=1"), "parameter_invalid", "/style");
  expectProblem(await board(arena, "?criterion=overall&interval=none"), "parameter_invalid", "/criterion");
  expect((await api.arena(arena)).criteria[0]).toMatchObject({ slug: "quality", weight: 3 });
});

test.each([[-1], [1e9], [Number.NaN], ["2"]])("a criterion does not weigh %s", async (weight) => {
  const criteria = [{ slug: "c", title: "C", instruction: "Which?", weight }];
  const answer = await operate("POST", "/v1/arenas", { json: { slug: "weights", title: "W", criteria } });
  expectProblem(answer, "schema_invalid", "/criteria/0/weight");
});

test("criteria that all weigh nothing are refused", async () => {
  const criteria = [{ slug: "c", title: "C", instruction: "Which?", weight: 0 }];
  const answer = await operate("POST", "/v1/arenas", { json: { slug: "weights", title: "W", criteria } });
  expectProblem(answer, "schema_invalid", "/criteria");
});

test.each([
  ["?style=2", "/style"],
  ["?style=true", "/style"],
  ["?length_margin=", "/length_margin"],
  ["?length_margin=-1", "/length_margin"],
  ["?length_margin=1.5", "/length_margin"],
  ["?length_margin=NaN", "/length_margin"],
  ["?length_margin=1000001", "/length_margin"],
  ["?interval=magic", "/interval"],
  ["?shrink=yes", "/shrink"],
  ["?style=1&method=elo", "/style"],
  ["?style=1&interval=bootstrap", "/style"],
  ["?criterion=overal", "/criterion"],
  ["?criterion=", "/criterion"],
  ["?weights=1", "/weights"],
])("a board with %s is refused by the name of the parameter", async (query, pointer) => {
  expectProblem(await board(await written(), query), "parameter_invalid", pointer);
});

test("pictures have no style to control", async () => {
  const arena = await createArena({ modality: "image" });
  for (const query of ["style=1", "length_margin=5"]) {
    expectProblem(await board(arena, `?${query}`), "parameter_invalid", `/${query.split("=")[0]}`);
  }
});

test("boards warn of models that share no battles and of models that never lost, with bounded ratings", async () => {
  const arena = await written();
  await operator.addModels(arena, [{ slug: "m-3" }, { slug: "m-4" }]);
  await importVotes(arena, wins("m-1", "p-1", 50));
  const codes = async () => (await shown(arena)).warnings.map(({ code }) => code);
  expect(await codes()).toEqual(["not-strongly-connected"]);
  await importVotes(arena, [
    importedVote({ models: ["m-3", "m-4"] }),
    importedVote({ models: ["m-4", "m-3"] }),
  ]);
  const apart = await shown(arena);
  expect(apart.warnings).toMatchObject([{ code: "disconnected", values: { priorSd: 2 } }]);
  for (const { rating, lower, upper } of apart.models) {
    for (const value of [rating, lower, upper]) expect(Math.abs((value ?? 0) - 1000)).toBeLessThan(1500);
  }
});
