// An arena of a hundred models: every page works, and nobody waits long for it.
import { gzipSync } from "node:zlib";
import type { ImportedVerdict } from "@agon/contract";
import type { Page, Response } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { lines, makeArena, numbered, slugOf } from "./site/arenas.ts";
import { operator, site } from "./site/provided.ts";
import { phoneWidth } from "./visitor/looks.ts";
import { newVisitor } from "./visitor/visitor.ts";
import { battleStands } from "./visitor/voting-stage.ts";

const kib = 1_024;
const models = numbered("Contestant of a large arena", 100);
const prompts = 6;
let arena = "";
let tournament = "";

/** Duels of every model with its next seven neighbours; the later one wins more often. */
function duels(): ImportedVerdict[] {
  return models.flatMap((name, at) =>
    Array.from({ length: 7 }, (_, step) => {
      const other = (at + step + 1) % models.length;
      const upset = (at * 7 + step) % 3 === 0;
      return {
        id: `duel-${at}-${step}`,
        models: [slugOf(name), slugOf(models[other] ?? "")],
        prompt: `q-${1 + (step % prompts)}`,
        ranks: at < other !== upset ? [2, 1] : [1, 2],
        judge: { id: `voter-${at % 9}`, kind: "human" },
      };
    }),
  );
}

beforeAll(async () => {
  arena = await makeArena({
    name: "large",
    models,
    prompts,
    score: (model, prompt) => (model * 31 + prompt) % 97,
  });
  await operator.importVerdicts(arena, lines(duels()));
  ({ id: tournament } = await operator.createTournament(arena, { format: "series", judge: "score" }));
});

/** Scripts of a page as they travel: every answer of its own, compressed. */
async function scriptBytes(
  page: Page,
  path: string,
  ready: (page: Page) => Promise<unknown>,
): Promise<number> {
  const scripts: Response[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response);
  });
  await page.goto(path, { waitUntil: "load" });
  await ready(page);
  await page.waitForLoadState("networkidle");
  const sizes = scripts.map(async (response) => gzipSync(await response.body(), { level: 9 }).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

describe("an arena of 100 models", () => {
  it.each([
    { name: "leaderboard", path: () => `/a/${arena}`, rows: "tr[data-model]" },
    { name: "win matrix", path: () => `/a/${arena}?view=matrix`, rows: "table.matrix tbody tr" },
    { name: "models", path: () => `/a/${arena}/models`, rows: "main tbody tr" },
  ])("has every model on its page $name, on a phone too", async ({ path, rows }) => {
    const { page } = await newVisitor({ look: "phone" });
    await page.goto(path());
    await expect.poll(() => page.locator(rows).count()).toBe(models.length);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phoneWidth);
  });

  it("draws a bracket of 100 with every match, and its rounds on a phone", async () => {
    const { page } = await newVisitor({ look: "phone" });
    await page.goto(`/t/${tournament}`);
    const drawn = page.locator("[data-match]");
    const ids = await drawn.evaluateAll((all) => all.map((cell) => cell.getAttribute("data-match")));
    const { brackets, matches_total } = await operator.tournament(tournament);
    const matches = brackets.flatMap(({ rounds }) => rounds.flatMap((round) => round.matches));
    expect(ids.toSorted()).toEqual(matches.map(({ id }) => id).toSorted());
    expect(matches_total).toBe(models.length - 1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phoneWidth);
  });

  it("has a page for a model with all its opponents, and gives out battles", async () => {
    const { page } = await newVisitor();
    await page.goto(`/a/${arena}/m/${slugOf(models[42] ?? "")}`);
    await page.getByRole("heading", { level: 1, name: models[42] ?? "" }).waitFor();
    expect(
      await page.getByText(/ lost against | won against |against Contestant/).count(),
    ).toBeGreaterThanOrEqual(14);
    await page.goto(`/a/${arena}/vote`);
    await battleStands(page);
  });

  it("sends its leaderboard with all data in at most 60 KiB compressed", async () => {
    const html = await (await fetch(`${site.url}/a/${arena}`)).text();
    for (const name of [models[0], models[99]]) expect(html).toContain(name);
    expect(gzipSync(html, { level: 9 }).length).toBeLessThanOrEqual(60 * kib);
  });

  it.each([
    {
      name: "leaderboard",
      path: () => `/a/${arena}`,
      ready: (page: Page) => page.getByText("moves live").waitFor(),
    },
    { name: "voting page", path: () => `/a/${arena}/vote`, ready: battleStands },
  ])("needs at most 180 KiB of compressed JavaScript on its $name", async ({ path, ready }) => {
    const { page } = await newVisitor();
    const bytes = await scriptBytes(page, path(), ready);
    expect(bytes).toBeGreaterThan(kib);
    expect(bytes).toBeLessThanOrEqual(180 * kib);
  });
});
