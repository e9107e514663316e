import type { Page, Request, Response } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { contestants, makeArena, slugOf } from "./site/arenas.ts";
import { operator } from "./site/provided.ts";
import { newVisitor } from "./visitor/visitor.ts";
import { battleStands, voteCounted } from "./visitor/voting-stage.ts";

const models = contestants.slice(0, 6);
let four = "";
let two = "";
let tournament = "";

beforeAll(async () => {
  four = await makeArena({ name: "blind-four", settings: { k: 4 }, models, prompts: 3 });
  two = await makeArena({ name: "blind-two", models, prompts: 3 });
  const setup = { format: "series", judge: "human" } as const;
  ({ id: tournament } = await operator.createTournament(two, setup));
});

const wordsOf = (names: readonly string[]) => names.flatMap((name) => [name.toLowerCase(), slugOf(name)]);
const forbidden = wordsOf(models);

const namesIn = (text: string): string[] => forbidden.filter((word) => text.toLowerCase().includes(word));

/** Everything that went over the wire, as text with its address. */
function recordTraffic(page: Page): () => Promise<{ address: string; text: string }[]> {
  const sent: Request[] = [];
  const received: Response[] = [];
  page.on("request", (request) => sent.push(request));
  page.on("response", (response) => received.push(response));
  return async () => {
    const headers = (map: Record<string, string>) => JSON.stringify(map);
    const answers = received.map(async (response) => ({
      address: response.url(),
      text: headers(await response.allHeaders()) + (await response.text().catch(() => "")),
    }));
    const questions = sent.map(async (request) => ({
      address: request.url(),
      text: request.url() + headers(await request.allHeaders()) + (request.postData() ?? ""),
    }));
    return Promise.all([...answers, ...questions]);
  };
}

/** Every part of a sealed token as the bytes that anybody can read. */
const tokenTexts = (token: string): string[] =>
  token.split(".").flatMap((part) => [part, Buffer.from(part, "base64url").toString("latin1")]);

describe.each([
  { name: "four at a time", path: () => `/a/${four}/vote`, keys: ["1", "2", "3", "Enter"] },
  { name: "a duel", path: () => `/a/${two}/vote`, keys: ["1"] },
  { name: "a match of a tournament", path: () => `/t/${tournament}/vote`, keys: ["2"] },
])("before a vote on $name", ({ path, keys }) => {
  it("names no model in the page, the traffic, the storage or the token; the reveal names them", async () => {
    const { page, context } = await newVisitor();
    const traffic = recordTraffic(page);
    const issued = page.waitForResponse((response) => response.url().includes("/ballots"));
    await page.goto(path());
    await battleStands(page);
    const { token, outputs } = await (await issued).json();

    const seen = await traffic();
    expect(seen.map(({ address }) => new URL(address).pathname)).toContain(path());
    for (const { address, text } of seen) expect(namesIn(text), address).toEqual([]);
    expect(namesIn(await page.content())).toEqual([]);
    expect(namesIn(JSON.stringify(await context.storageState()))).toEqual([]);
    for (const text of tokenTexts(token)) expect(namesIn(text)).toEqual([]);
    expect(outputs.map((output: object) => Object.keys(output))).toEqual(
      outputs.map(() => ["slot", "content", "media_url"]),
    );

    for (const key of keys) await page.keyboard.press(key);
    await voteCounted(page);
    expect(namesIn(await page.content()).length).toBeGreaterThanOrEqual(2);
  });
});
