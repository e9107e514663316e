import { beforeAll, expect, test } from "vitest";
import { call, operator, origin, read } from "./support/api.ts";
import { createContest } from "./support/contest.ts";
import { expectProblem } from "./support/problem.ts";
import { matchesOf, startTournament, untilOver } from "./support/tournament.ts";

/** What https://oembed.com, 2.3.4, requires of every rich answer. */
interface Rich {
  readonly type: "rich";
  readonly version: "1.0";
  readonly html: string;
  readonly width: number;
  readonly height: number;
  readonly thumbnail_url?: string;
  readonly thumbnail_width?: number;
}

let arena = "";
let tournament = "";

beforeAll(async () => {
  arena = await createContest({ models: 4, score: (model) => model });
  ({ id: tournament } = await startTournament(arena, { format: "series", judge: "score" }));
  await untilOver(tournament);
});

const ask = (url: string, more = "") => call("GET", `/oembed?url=${encodeURIComponent(url)}${more}`);
const rich = async (path: string, more = "") => read<Rich>(await ask(origin + path, more));

test("a board is answered with a frame, in JSON with the required fields", async () => {
  const answer = await ask(`${origin}/a/${arena}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
  expect(answer.headers.get("cache-control")).toMatch(/^public, max-age=30/);
  const body = read<Rich>(answer);
  expect(body).toMatchObject({ type: "rich", version: "1.0", provider_name: "Agon", title: "An arena" });
  expect(body.html).toContain(`<iframe src="${origin}/embed/v1/leaderboard/${arena}"`);
  expect(body.html).toContain(`width="${body.width}" height="${body.height}"`);
});

test("the same in XML: one element of every field, its text escaped", async () => {
  await operator.changeArena(arena, { title: 'A & "B" <C>' });
  const answer = await ask(`${origin}/a/${arena}`, "&format=xml");
  expect(answer.headers.get("content-type")).toMatch(/^text\/xml/);
  expect(answer.text).toMatch(
    /^<\?xml version="1.0" encoding="utf-8" standalone="yes"\?><oembed>.*<\/oembed>$/s,
  );
  for (const name of ["type", "version", "html", "width", "height"])
    expect(answer.text).toMatch(new RegExp(`<${name}>[^<]+</${name}>`));
  expect(answer.text).toContain("<title>A &amp; &quot;B&quot; &lt;C&gt;</title>");
  expect(answer.text).toContain("<html>&lt;iframe src=");
});

test("a frame never passes maxwidth and maxheight, and neither does its picture", async () => {
  const small = await rich(`/a/${arena}`, "&maxwidth=320&maxheight=200");
  expect([small.width, small.height]).toEqual([320, 200]);
  expect(small.html).toContain('width="320" height="200"');
  expect(small.thumbnail_url).toBeUndefined();
  const large = await rich(`/a/${arena}`, "&maxwidth=4000&maxheight=4000");
  expect(large.thumbnail_width).toBe(1_200);
  expect(large.width).toBeLessThanOrEqual(4_000);
});

test("tournaments, matches, other languages and frames have their answers too", async () => {
  const [match] = await matchesOf(tournament);
  const sources = await Promise.all(
    [
      `/t/${tournament}`,
      `/t/${tournament}/m/${match?.id}`,
      `/de/a/${arena}/models`,
      `/embed/v1/bracket/${tournament}`,
    ].map(async (path) => /src="([^"]+)"/.exec((await rich(path)).html)?.[1]),
  );
  expect(sources).toEqual([
    `${origin}/embed/v1/bracket/${tournament}`,
    `${origin}/embed/v1/match/${tournament}:${match?.id}`,
    `${origin}/embed/v1/leaderboard/${arena}?lang=de`,
    `${origin}/embed/v1/bracket/${tournament}`,
  ]);
  for (const source of sources)
    expect((await call("GET", source?.slice(origin.length) ?? "")).status).toBe(200);
});

test.each([
  "https://elsewhere.example/a/x",
  `${origin}/a/none`,
  `${origin}/t/none.1`,
  `${origin}/about`,
  `${origin}/a/%E0%A4%A`,
  "not an address",
  "javascript:alert(1)",
])("%s is not found", async (url) => {
  expect((await ask(url)).status).toBe(404);
});

test("another format is not implemented, and a request without an address or with odd bounds is refused", async () => {
  expectProblem(await ask(`${origin}/a/${arena}`, "&format=yaml"), "format_unsupported");
  expectProblem(await call("GET", "/oembed"), "parameter_invalid", "/url");
  expectProblem(await ask(`${origin}/a/${arena}`, "&maxwidth=-3"), "parameter_invalid", "/maxwidth");
});
