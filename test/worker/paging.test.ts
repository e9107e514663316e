import type { Page } from "@agon/contract";
import { expect, test } from "vitest";
import { call, operator, read } from "./support/api.ts";
import { createArena, createContest, numbered } from "./support/contest.ts";
import { expectProblem } from "./support/problem.ts";
import { startTournament } from "./support/tournament.ts";
import { importedVote, importVotes } from "./support/votes.ts";

/** Follows a list by its `Link` header; gives the pages. */
async function follow<T>(path: string): Promise<T[][]> {
  const pages: T[][] = [];
  for (let next: string | null = path; next !== null; ) {
    const answer = await call("GET", next);
    expect(answer.status, answer.text).toBe(200);
    const { data, next_cursor: cursor } = read<Page<T>>(answer);
    pages.push(data);
    const link: string | undefined = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get("link") ?? "")?.[1];
    expect(link === undefined).toBe(cursor === null);
    if (link !== undefined) expect(new URL(link, "http://x").searchParams.get("cursor")).toBe(cursor);
    next = link ?? null;
    if (pages.length > 50) throw new Error("the list does not end");
  }
  return pages;
}

test.each([
  ["models", 23],
  ["prompts", 7],
] as const)("%s come page by page, in order, each once", async (kind, count) => {
  const arena = await createContest({ models: 23, prompts: 7 });
  const pages = await follow<{ slug: string }>(`/v1/arenas/${arena}/${kind}?limit=5`);
  expect(pages.map((page) => page.length)).toEqual([
    ...Array<number>(Math.floor(count / 5)).fill(5),
    count % 5,
  ]);
  expect(pages.flat().map(({ slug }) => slug)).toEqual(numbered(kind === "models" ? "m" : "p", count));
});

test("a page that is just full has no empty one behind it", async () => {
  const arena = await createContest({ models: 10, prompts: 1 });
  expect(await follow(`/v1/arenas/${arena}/models?limit=5`)).toHaveLength(2);
});

test("an empty list is one empty page", async () => {
  const arena = await createArena();
  for (const list of ["models", "prompts", "tournaments", "verdicts"]) {
    expect(await follow(`/v1/arenas/${arena}/${list}`), list).toEqual([[]]);
  }
});

test("the verdict log comes in order, and goes on where it was when it has grown", async () => {
  const arena = await createContest();
  await importVotes(
    arena,
    Array.from({ length: 7 }, () => importedVote()),
  );
  const pages = await follow<{ seq: number }>(`/v1/arenas/${arena}/verdicts?limit=3`);
  expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
  const first = read<Page<{ seq: number }>>(await call("GET", `/v1/arenas/${arena}/verdicts?limit=3`));
  await importVotes(arena, [importedVote(), importedVote()]);
  const rest = await follow<{ seq: number }>(
    `/v1/arenas/${arena}/verdicts?limit=3&cursor=${first.next_cursor}`,
  );
  const seqs = [...first.data, ...rest.flat()].map(({ seq }) => seq);
  expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  expect(new Set(seqs).size).toBe(9);
});

test("the verdict log is also a line each", async () => {
  const arena = await createContest();
  await importVotes(
    arena,
    Array.from({ length: 5 }, () => importedVote()),
  );
  const path = `/v1/arenas/${arena}/verdicts`;
  const json = read<Page<unknown>>(await call("GET", path)).data;
  for (const answer of [
    await call("GET", `${path}?format=ndjson`),
    await call("GET", path, { headers: { accept: "application/x-ndjson" } }),
  ]) {
    expect(answer.headers.get("content-type")).toBe("application/x-ndjson");
    expect(
      answer.text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual(json);
  }
});

test("tournaments come newest first over all pages", async () => {
  const arena = await createContest();
  for (const title of ["1", "2", "3", "4", "5"]) await startTournament(arena, { format: "series", title });
  const pages = await follow<{ title: string }>(`/v1/arenas/${arena}/tournaments?limit=2`);
  expect(pages.map((page) => page.map(({ title }) => title))).toEqual([["5", "4"], ["3", "2"], ["1"]]);
});

test("arenas come page by page, each once", async () => {
  const made = [await createArena(), await createArena(), await createArena()];
  const slugs = (await follow<{ slug: string }>("/v1/arenas?limit=2")).flat().map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(slugs.length);
  for (const slug of made) expect(slugs).toContain(slug);
});

test.each(["x", "", "YWZ0ZXI6MQ%3D%3D%3D", btoa("after:-1"), btoa("before:1"), "%00", "a".repeat(201)])(
  "a cursor that was not given out is refused: %s",
  async (cursor) => {
    const arena = await createContest();
    for (const list of ["models", "verdicts", "tournaments"]) {
      expectProblem(await call("GET", `/v1/arenas/${arena}/${list}?cursor=${cursor}`), "parameter_invalid");
    }
    expectProblem(await call("GET", `/v1/arenas?cursor=${cursor}`), "parameter_invalid");
  },
);

test.each(["0", "-1", "1001", "1.5", "many"])("a limit of %s is refused", async (limit) => {
  const arena = await createContest();
  for (const list of ["models", "prompts", "verdicts", "tournaments"]) {
    expectProblem(
      await call("GET", `/v1/arenas/${arena}/${list}?limit=${limit}`),
      "parameter_invalid",
      "/limit",
    );
  }
});

test("a cursor past the end is an empty page", async () => {
  const arena = await createContest();
  const cursor = btoa("after:99999").replaceAll("=", "");
  expect(read(await call("GET", `/v1/arenas/${arena}/models?cursor=${cursor}`))).toEqual({
    data: [],
    next_cursor: null,
  });
  expect((await operator.models(arena)).data).toHaveLength(4);
});
