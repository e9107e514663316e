import { type Leaderboard, method } from "@agon/contract";
import { expect, test } from "vitest";
import { api, call, operate, operator, read } from "./support/api.ts";
import { createArena, createContest } from "./support/contest.ts";
import { expectProblem } from "./support/problem.ts";
import { drawBallot, vote, voteOften } from "./support/voter.ts";
import { importedVote, importVotes } from "./support/votes.ts";

const board = (arena: string, query = "") => call("GET", `/v1/arenas/${arena}/leaderboard${query}`);

const slugs = ({ models }: Leaderboard): string[] => models.map(({ model }) => model.slug);

/** `m-1` beats `m-2` beats `m-3`, by people, a program and a language model, on two kinds of prompts. */
async function judged(): Promise<string> {
  const arena = await createArena({
    criteria: [
      { slug: "overall", title: "Overall", instruction: "Which?" },
      { slug: "style", title: "Style", instruction: "Which reads better?" },
    ],
  });
  await operator.addModels(
    arena,
    ["m-1", "m-2", "m-3", "m-4"].map((slug) => ({ slug })),
  );
  await operator.addPrompts(arena, [
    { slug: "p-1", text: "One", category: "short" },
    { slug: "p-2", text: "Two", category: "long" },
  ]);
  const human = { id: "h", kind: "human" } as const;
  const pairs = [
    ["m-1", "m-2"],
    ["m-2", "m-3"],
    ["m-1", "m-3"],
  ] as const;
  await importVotes(arena, [
    ...pairs.flatMap((models) => [1, 2, 3].map(() => importedVote({ models: [...models], judge: human }))),
    importedVote({ models: ["m-3", "m-1"], prompt: "p-2", judge: { id: "s", kind: "rule" } }),
    importedVote({ models: ["m-2", "m-1"], prompt: "p-2", judge: { id: "g", kind: "llm" } }),
    importedVote({ models: ["m-3", "m-2"], criterion: "style", judge: human }),
  ]);
  return arena;
}

test("a board lists every model, best first, and those without votes last and without numbers", async () => {
  const arena = await judged();
  const full = await api.leaderboard(arena);
  expect(slugs(full)).toEqual(["m-1", "m-2", "m-3", "m-4"]);
  expect(full).toMatchObject({
    method: "bradley-terry",
    criterion: "overall",
    judges: "all",
    votes: 11,
    arena,
  });
  expect(full.models.at(-1)).toMatchObject({
    rating: null,
    lower: null,
    upper: null,
    votes: 0,
    win_rate: null,
    provisional: true,
  });
  const rated = full.models.filter(({ rating }) => rating !== null);
  const mean = rated.reduce((sum, { rating }) => sum + (rating ?? 0), 0) / rated.length;
  expect(mean).toBeCloseTo(1000, 9);
  for (const { lower, rating, upper } of rated) {
    expect(lower).toBeLessThan(rating ?? 0);
    expect(upper).toBeGreaterThan(rating ?? 0);
  }
  expect(full.matrix.models).toEqual(slugs(full));
  expect(full.matrix.wins[0]?.[1]).toBe(3);
  expect(full.matrix.wins[1]?.[0]).toBe(1);
});

test("an arena without models and one without votes have boards too", async () => {
  expect(await api.leaderboard(await createArena())).toMatchObject({ models: [], votes: 0 });
  const { models } = await api.leaderboard(await createContest());
  expect(models).toHaveLength(4);
  expect(models.every(({ rating, provisional }) => rating === null && provisional)).toBe(true);
});

test.each([
  ["judges=human", 9],
  ["judges=rule", 1],
  ["judges=llm", 1],
  ["judges=panel", 0],
  ["category=short", 9],
  ["category=long", 2],
  ["category=long&judges=rule", 1],
  ["criterion=style", 1],
])("the filter %s lets %i votes through", async (query, votes) => {
  const arena = await judged();
  const filtered = read<Leaderboard>(await board(arena, `?${query}`));
  expect(filtered.votes).toBe(votes);
  expect(filtered.models).toHaveLength(4);
  expect(filtered.models.reduce((sum, row) => sum + row.votes, 0)).toBe(2 * votes);
});

test("a limit shows the best, with the matrix of those shown", async () => {
  const arena = await judged();
  const best = read<Leaderboard>(await board(arena, "?limit=2"));
  expect(slugs(best)).toEqual(["m-1", "m-2"]);
  expect(best.matrix).toEqual({
    models: ["m-1", "m-2"],
    wins: [
      [0, 3],
      [1, 0],
    ],
    ties: [
      [0, 0],
      [0, 0],
    ],
  });
});

test.each([
  ["?criterion=taste", "/criterion"],
  ["?category=none", "/category"],
  ["?method=dice", "/method"],
  ["?judges=cats", "/judges"],
  ["?limit=0", "/limit"],
  ["?limit=1e9", "/limit"],
  ["?limit=NaN", "/limit"],
  ["?format=xml", "/format"],
])("a board with %s is refused", async (query, pointer) => {
  expectProblem(await board(await judged(), query), "parameter_invalid", pointer);
});

test.each(method.options)(
  "%s rates duels, rankings, both and nothing, with every unit of its interval",
  async (wanted) => {
    const duels = await judged();
    const mixed = await createContest({ models: 5, settings: { k: 3 } });
    await voteOften(mixed, 4, { ranks: [1, 2, 2] });
    await vote(await drawBallot(mixed), { best: 1 });
    await vote(await drawBallot(mixed, "?k=2"), { outcome: "tie" });
    for (const arena of [duels, mixed, await createContest()]) {
      for (const cluster of ["none", "voter", "prompt"]) {
        const answer = await board(arena, `?method=${wanted}&cluster=${cluster}`);
        expect(answer.status, `${cluster}: ${answer.text}`).toBe(200);
        const shown = read<Leaderboard>(answer);
        expect(shown.method).toBe(wanted);
        for (const { rating, votes } of shown.models) expect(rating === null).toBe(votes === 0);
      }
    }
  },
);

test("arenas of three and more outputs are rated by Plackett-Luce unless asked otherwise", async () => {
  const arena = await createContest({ settings: { k: 4 } });
  await voteOften(arena, 3, { ranks: [1, 2, 3, 4] });
  expect((await api.leaderboard(arena)).method).toBe("plackett-luce");
});

test("a reader who has the board is told that it has not changed, until it has", async () => {
  const arena = await createContest();
  await voteOften(arena, 2, { outcome: "a" });
  const first = await board(arena);
  const etag = first.headers.get("etag") ?? "";
  expect(etag).toMatch(/^W\/"/);
  expect(first.headers.get("cache-control")).toBe("no-cache");
  const again = await call("GET", `/v1/arenas/${arena}/leaderboard`, { headers: { "if-none-match": etag } });
  expect(again).toMatchObject({ status: 304, text: "" });
  expect(again.headers.get("etag")).toBe(etag);
  const other = await call("GET", `/v1/arenas/${arena}/leaderboard?judges=human`, {
    headers: { "if-none-match": etag },
  });
  expect(other.status).toBe(200);
  await voteOften(arena, 1, { outcome: "b" });
  const after = await call("GET", `/v1/arenas/${arena}/leaderboard`, { headers: { "if-none-match": etag } });
  expect(after.status).toBe(200);
  expect(after.headers.get("etag")).not.toBe(etag);
});

test("a change of the catalogue is a change of the board", async () => {
  const arena = await createContest();
  const etag = (await board(arena)).headers.get("etag") ?? "";
  await operator.addModels(arena, { slug: "late" });
  const after = await call("GET", `/v1/arenas/${arena}/leaderboard`, { headers: { "if-none-match": etag } });
  expect(after.status).toBe(200);
  expect(slugs(read<Leaderboard>(after))).toContain("late");
});

test("every acknowledged vote is on the board that is read next, by any method and filter", async () => {
  const arena = await createContest();
  for (let votes = 1; votes <= 5; votes++) {
    const { verdict } = await vote(await drawBallot(arena), { outcome: "a" });
    const boards = await Promise.all(
      ["", "?judges=human", "?method=elo", "?cluster=voter"].map((query) => board(arena, query)),
    );
    for (const answer of boards) {
      const { votes: counted, seq, models } = read<Leaderboard>(answer);
      expect(counted).toBe(votes);
      expect(seq).toBeGreaterThanOrEqual(verdict?.seq ?? 0);
      expect(models.reduce((sum, row) => sum + row.votes, 0)).toBe(2 * votes);
    }
  }
});

test("a board as CSV has a row a model and no cell that a spreadsheet would run", async () => {
  const arena = await createArena();
  const names = ["=1+1", "+1", "-1", "@sum", "\tx", 'say "hi", you', "two\nlines", "plain"];
  await operator.addModels(
    arena,
    names.map((name, at) => ({ slug: `m-${at + 1}`, name: `x${name}`, organization: name })),
  );
  await operator.addPrompts(arena, { slug: "p-1", text: "One" });
  await importVotes(arena, [importedVote()]);
  const answer = await board(arena, "?format=csv");
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toContain(`${arena}-leaderboard.csv`);
  const [header = "", ...rows] = answer.text.trimEnd().split("\r\n");
  expect(header.split(",").slice(0, 6)).toEqual([
    "rank",
    "rank_lower",
    "rank_upper",
    "model",
    "name",
    "rating",
  ]);
  expect(rows).toHaveLength(names.length);
  const cells = rows.join(",").match(/"(?:[^"]|"")*"|[^,]*/g) ?? [];
  for (const cell of cells) expect(cell.replace(/^"/, "")).not.toMatch(/^(?:[=+@\t\r]|-(?![\d.]))/);
  expect(answer.text).toContain("'=1+1");
  expect(answer.text).toContain('"say ""hi"", you"');
});

test("a model's page agrees with the board", async () => {
  const arena = await judged();
  const full = await api.leaderboard(arena);
  const profile = await api.model(arena, "m-2");
  expect(profile.board).toEqual(full.models.find(({ model }) => model.slug === "m-2"));
  expect(profile.head_to_head.map(({ model, wins, losses }) => [model.slug, wins, losses]).sort()).toEqual([
    ["m-1", 1, 3],
    ["m-3", 3, 0],
  ]);
  const etag = (await operate("GET", `/v1/arenas/${arena}/models/m-2`)).headers.get("etag") ?? "";
  expect(
    (await call("GET", `/v1/arenas/${arena}/models/m-2`, { headers: { "if-none-match": etag } })).status,
  ).toBe(304);
});
