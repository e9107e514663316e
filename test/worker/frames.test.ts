import { expect, test } from "vitest";
import { type Answer, api, call, operator } from "./support/api.ts";
import { createArena, createContest, numbered } from "./support/contest.ts";
import { matchesOf, startTournament, untilOver } from "./support/tournament.ts";
import { voteOften } from "./support/voter.ts";

const board = (arena: string, query = "", headers: Record<string, string> = {}): Promise<Answer> =>
  call("GET", `/embed/v1/leaderboard/${arena}${query}`, { headers });

const cachePolicy = "public, max-age=30, s-maxage=60, stale-while-revalidate=300, stale-if-error=86400";

/** Bytes after gzip. */
async function compressed(text: string): Promise<number> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

const rowsOf = ({ text }: Answer): string[] =>
  [...text.matchAll(/<tr data-key="([^"]+)"/g)].map(([, slug = ""]) => slug);

const policyOf = (answer: Answer, name: string): string =>
  (answer.headers.get("content-security-policy") ?? "").split("; ").find((part) => part.startsWith(name)) ??
  "";

test("a framed board is whole in its markup: every model in the board's order with its numbers", async () => {
  const arena = await createContest({ models: 4 });
  await voteOften(arena, 6, { outcome: "a" });
  const answer = await board(arena);
  const { models, votes } = await api.leaderboard(arena);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toMatch(/^text\/html/);
  expect(rowsOf(answer)).toEqual(models.map(({ model }) => model.slug));
  for (const { rating, lower, upper } of models) {
    const numbers = [rating, lower, upper].map((value) => Math.round(value ?? Number.NaN));
    expect(answer.text).toContain(`${numbers[0]}, between ${numbers[1]} and ${numbers[2]}`);
  }
  expect(answer.text).toContain(`${votes} counted votes`);
});

test("a framed board of twenty models takes at most 12 KB compressed", async () => {
  const arena = await createContest({ models: 20, prompts: 2 });
  await voteOften(arena, 12, { outcome: "a" });
  const answer = await board(arena);
  expect(rowsOf(answer)).toHaveLength(20);
  const bytes = await compressed(answer.text);
  expect(bytes).toBeLessThanOrEqual(12_000);
});

test("a frame may be kept by the widgets' rule and is told apart by the board's version", async () => {
  const arena = await createContest();
  const first = await board(arena);
  const etag = first.headers.get("etag") ?? "";
  expect(first.headers.get("cache-control")).toBe(cachePolicy);
  const again = await board(arena, "", { "if-none-match": etag });
  expect([again.status, again.text, again.headers.get("cache-control")]).toEqual([304, "", cachePolicy]);
  expect((await board(arena, "?theme=dark", { "if-none-match": etag })).status).toBe(200);
  await voteOften(arena, 1, { outcome: "a" });
  const moved = await board(arena, "", { "if-none-match": etag });
  expect(moved.status).toBe(200);
  expect(moved.headers.get("etag")).not.toBe(etag);
});

test("a frame sets no cookie, lets any page read it, and its policy loads nothing from elsewhere", async () => {
  const answer = await board(await createContest());
  expect(answer.headers.get("set-cookie")).toBeNull();
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  expect(policyOf(answer, "default-src")).toBe("default-src 'none'");
  expect(policyOf(answer, "script-src")).toMatch(/^script-src 'sha256-[\w+/]{43}='$/);
  expect(answer.text).not.toMatch(/(?:src|href)="https?:\/\/(?!localhost)/);
});

test("the fingerprints of the policy are those of the frame's script and styles", async () => {
  const { text, ...answer } = await board(await createContest(), "?accent=f08a5d");
  const inline = (tag: string) =>
    [...text.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, "gs"))].map(([, body = ""]) => body);
  const fingerprint = async (body: string) => {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(body));
    return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
  };
  const named = async (tag: string) => (await Promise.all(inline(tag).map(fingerprint))).join(" ");
  expect(policyOf({ text, ...answer }, "style-src")).toBe(`style-src ${await named("style")}`);
  expect(policyOf({ text, ...answer }, "script-src")).toBe(`script-src ${await named("script")}`);
  expect(inline("style")).toHaveLength(2);
});

test("anybody may frame a board, until its arena names who may", async () => {
  const arena = await createContest();
  expect(policyOf(await board(arena), "frame-ancestors")).toBe("frame-ancestors 'self' *");
  await operator.changeArena(arena, { embed_origins: ["https://blog.example", "https://*.example.org"] });
  const named = "frame-ancestors 'self' https://blog.example https://*.example.org";
  expect(policyOf(await board(arena), "frame-ancestors")).toBe(named);
  await operator.changeArena(arena, { embed_origins: [] });
  expect(policyOf(await board(arena), "frame-ancestors")).toBe("frame-ancestors 'self'");
});

test("an arena's list takes origins alone, so nothing can be slipped into the policy", async () => {
  const arena = await createContest();
  for (const origin of [
    "https://a.example; script-src *",
    "javascript:alert(1)",
    "https://a.example/path",
    "'self'",
  ]) {
    await expect(operator.changeArena(arena, { embed_origins: [origin] })).rejects.toMatchObject({
      status: 422,
    });
  }
});

test("limit, columns, highlight, compact, language and colours change what a frame shows", async () => {
  const arena = await createContest({ models: 5 });
  await voteOften(arena, 4, { outcome: "a" });
  expect(rowsOf(await board(arena, "?limit=2"))).toHaveLength(2);
  const { text } = await board(
    arena,
    "?columns=model,win_rate&highlight=m-2&lang=de-AT&theme=dark&accent=%23abc",
  );
  expect([...text.matchAll(/scope="col"/g)]).toHaveLength(2);
  expect(text).toMatch(/data-key="m-2" data-own aria-current="true"/);
  expect(text).toContain('<html lang="de" data-theme="dark">');
  expect(text).toContain("Siegquote");
  expect(text).toContain("--accent:#abc");
  expect((await board(arena, "?compact=1")).text).not.toContain("<svg");
});

test("parameters left empty and parameters of others change nothing", async () => {
  const arena = await createContest();
  const plain = await board(arena);
  const filled = await board(arena, "?theme=&limit=&columns=&highlight=&lang=&accent=&utm_source=x");
  expect(rowsOf(filled)).toEqual(rowsOf(plain));
  expect(filled.status).toBe(200);
});

test.each([
  ["theme", "<script>"],
  ["limit", "0"],
  ["limit", "1e9"],
  ["columns", "rank,<b>"],
  ["highlight", '"><img src=x onerror=alert(1)>'],
  ["lang", "../../etc"],
  ["accent", "red;}body{background:url(//evil)"],
  ["live", "maybe"],
])("a hostile %s of %s is refused with a page that repeats none of it as markup", async (name, value) => {
  const answer = await board(await createContest(), `?${name}=${encodeURIComponent(value)}`);
  expect(answer.status).toBe(400);
  expect(answer.headers.get("content-type")).toMatch(/^text\/html/);
  expect(answer.text).not.toContain("<img");
  expect(answer.text).not.toContain("onerror=alert(1)>");
  expect(answer.text).not.toContain("//evil");
});

test("names are text in a frame, whatever they look like", async () => {
  const arena = await createArena({ title: "<script>alert(1)</script>" });
  await operator.addModels(arena, {
    slug: "m-1",
    name: "<img src=x onerror=alert(2)>",
    organization: "</style>",
  });
  const { text } = await board(arena, "?columns=model,organization");
  expect(text).toContain("&lt;img src=x onerror=alert(2)&gt;");
  expect(text).not.toContain("<img");
  expect(text).not.toContain("<script>alert");
});

test("what does not exist is a page that says so, and is no frame of anything", async () => {
  for (const path of ["leaderboard/none", "bracket/none.1", "match/none.1:r1.m1", "secrets/none"]) {
    const answer = await call("GET", `/embed/v1/${path}`);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(answer.text).toContain("There is nothing to show here.");
  }
});

test("a framed bracket has the rounds up to the final, the winners and the champion", async () => {
  const arena = await createContest({ models: 8, prompts: 3, score: (model) => model });
  const { id } = await startTournament(arena, { format: "series", judge: "score" });
  await untilOver(id);
  const { text, status } = await call("GET", `/embed/v1/bracket/${id}`);
  expect(status).toBe(200);
  for (const name of ["Quarterfinals", "Semifinals", "Final"]) expect(text).toContain(`<h2>${name}</h2>`);
  const matches = await matchesOf(id);
  const shown = [...text.matchAll(/<li class="m" data-key="([^"]+)"/g)].map(([, match]) => match);
  expect(shown.toSorted()).toEqual(
    matches
      .filter(({ bracket }) => bracket === "main")
      .map((one) => one.id)
      .toSorted(),
  );
  expect(text).toContain("Champion: m-8");
  const last = (await call("GET", `/embed/v1/bracket/${id}?limit=1`)).text;
  expect([...last.matchAll(/<h2>/g)]).toHaveLength(1);
});

test("a framed league shows its standings", async () => {
  const arena = await createContest({ models: 4, prompts: 2, score: (model) => model });
  const { id } = await startTournament(arena, { format: "round-robin", judge: "score" });
  await untilOver(id);
  const answer = await call("GET", `/embed/v1/bracket/${id}`);
  expect(rowsOf(answer).toSorted()).toEqual(numbered("m", 4));
  expect(rowsOf(answer)[0]).toBe("m-4");
});

test("a framed match shows its outputs once it is decided, and never before", async () => {
  const arena = await createContest({ models: 2, prompts: 1, score: (model) => model });
  const open = await startTournament(arena, { format: "single-elimination", judge: "human" });
  const [waiting] = await matchesOf(open.id);
  const before = await call("GET", `/embed/v1/match/${open.id}:${waiting?.id}`);
  expect(before.status).toBe(200);
  expect(before.text).not.toContain("An answer of");
  const { id } = await startTournament(arena, { format: "single-elimination", judge: "score" });
  await untilOver(id);
  const [match] = await matchesOf(id);
  const after = await call("GET", `/embed/v1/match/${id}:${match?.id}`);
  expect(after.text).toContain("An answer of 10");
  expect(after.text).toContain("Question p-1");
});
