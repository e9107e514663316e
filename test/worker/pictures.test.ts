import { exports } from "cloudflare:workers";
import { expect, test } from "vitest";
import { call, origin } from "./support/api.ts";
import { createContest } from "./support/contest.ts";
import { startTournament, untilOver } from "./support/tournament.ts";
import { voteOften } from "./support/voter.ts";

/** Width and height as the header of a PNG says. */
async function sizeOf(path: string): Promise<[number, number]> {
  const response = await exports.default.fetch(origin + path);
  expect([path, response.status, response.headers.get("content-type")]).toEqual([path, 200, "image/png"]);
  const view = new DataView(await response.arrayBuffer());
  expect(view.getUint32(0)).toBe(0x89504e47);
  return [view.getUint32(16), view.getUint32(20)];
}

const etagOf = async (path: string): Promise<string> => (await call("GET", path)).headers.get("etag") ?? "";

test("every board has a picture of 1200 by 630, with votes and without, and another one after a vote", async () => {
  const arena = await createContest({ models: 5 });
  const path = `/picture/${arena}.png`;
  expect(await sizeOf(path)).toEqual([1_200, 630]);
  const before = await etagOf(path);
  expect((await call("GET", path, { headers: { "if-none-match": before } })).status).toBe(304);
  await voteOften(arena, 3, { outcome: "a" });
  expect(await etagOf(path)).not.toBe(before);
  expect(await sizeOf(path)).toEqual([1_200, 630]);
});

test.each([
  "series",
  "single-elimination",
  "double-elimination",
  "swiss",
  "round-robin",
  "k-wise-elimination",
] as const)("a tournament by %s has its picture", async (format) => {
  const arena = await createContest({ models: 6, prompts: 2, score: (model) => model });
  const { id } = await startTournament(arena, { format, judge: "score" });
  await untilOver(id);
  expect(await sizeOf(`/picture/t/${id}.png`)).toEqual([1_200, 630]);
});

test("there is no picture of what does not exist, and a picture is not kept like a widget", async () => {
  for (const path of ["/picture/none.png", "/picture/t/none.1.png", "/picture/none"])
    expect((await call("GET", path)).status).toBe(404);
  const arena = await createContest();
  expect((await call("GET", `/picture/${arena}.png`)).headers.get("cache-control")).toBe("no-cache");
});
