import { expect, test } from "vitest";
import { api, call, operator, read } from "./support/api.ts";
import { createContest } from "./support/contest.ts";
import { voteOften } from "./support/voter.ts";

const svg = (path: string, headers: Record<string, string> = {}) =>
  call("GET", `/badge/${path}`, { headers });

/** https://shields.io/badges/endpoint-badge, schema version 1. */
interface Shields {
  readonly schemaVersion: number;
  readonly label: string;
  readonly message: string;
  readonly color: string;
  readonly isError?: boolean;
}

test("a badge names rank range, rating and interval, and its title is a sentence", async () => {
  const arena = await createContest({ models: 3 });
  await voteOften(arena, 8, { outcome: "a" });
  const { text, status, headers } = await svg(`${arena}/m-1.svg`);
  const row = (await api.leaderboard(arena)).models.find(({ model }) => model.slug === "m-1");
  const [rating, lower, upper] = [row?.rating, row?.lower, row?.upper].map((value) => Math.round(value ?? 0));
  expect(status).toBe(200);
  expect(headers.get("content-type")).toMatch(/^image\/svg\+xml/);
  expect(text).toContain(`${rating} (${lower}–${upper})</text>`);
  expect(text).toMatch(
    new RegExp(`<title>An arena: m-1 ranks [\\d–]+ of 3 with a rating of ${rating}, between`),
  );
  expect(headers.get("cache-control")).toBe(
    "public, max-age=30, s-maxage=60, stale-while-revalidate=300, stale-if-error=86400",
  );
  expect(headers.get("set-cookie")).toBeNull();
});

test("a badge is answered with 304 until a vote moves the board", async () => {
  const arena = await createContest();
  const etag = (await svg(`${arena}/m-1.svg`)).headers.get("etag") ?? "";
  expect((await svg(`${arena}/m-1.svg`, { "if-none-match": etag })).status).toBe(304);
  await voteOften(arena, 1, { outcome: "a" });
  expect((await svg(`${arena}/m-1.svg`, { "if-none-match": etag })).status).toBe(200);
});

test("a badge follows the reader's colours unless it is told which", async () => {
  const arena = await createContest();
  expect((await svg(`${arena}/m-1.svg`)).text).toContain("prefers-color-scheme:dark");
  expect((await svg(`${arena}/m-1.svg?theme=dark`)).text).toMatch(/<style>svg\{--ink:#f3ede2/);
});

test.each(["none/m-1", "ARENA/none", "ARENA/%22%3E%3Cscript%3E", "ARENA/m-1?theme=hot"])(
  "the badge %s is a grey picture that says unavailable, with status 200",
  async (path) => {
    const arena = await createContest();
    const [file = "", query = ""] = path.replace("ARENA", arena).split("?");
    const answer = await svg(`${file}.svg?${query}`);
    expect([answer.status, answer.headers.get("etag")]).toEqual([200, null]);
    expect(answer.text).toContain(">unavailable</text>");
    expect(answer.text).not.toContain("<script");
  },
);

test("names in a badge are text, and slugs with dots are found", async () => {
  const arena = await createContest();
  await operator.changeArena(arena, { title: "<b>&" });
  await operator.addModels(arena, { slug: "m-4.1", name: "</title><script>" });
  const { text } = await svg(`${arena}/m-4.1.svg`);
  expect(text).toContain("&lt;b&gt;&amp;: &lt;/title&gt;&lt;script&gt; is not rated yet");
  expect(text).not.toContain("<script");
});

test("the same for Shields: endpoint JSON of schema version 1", async () => {
  const arena = await createContest();
  await voteOften(arena, 4, { outcome: "a" });
  const badge = read<Shields>(await svg(`${arena}/m-1.json`));
  expect(badge).toEqual({
    schemaVersion: 1,
    label: "An arena",
    message: expect.any(String),
    color: "a63c17",
  });
  expect(badge.message).toMatch(/^#[\d–]+ · \d+ \(\d+–\d+\)$/);
  expect(read<Shields>(await svg("none/m-1.json"))).toEqual({
    schemaVersion: 1,
    label: "Agon",
    message: "unavailable",
    color: "lightgrey",
    isError: true,
  });
  expect((await svg(`${arena}/m-1.png`)).status).toBe(404);
});
