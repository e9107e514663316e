import { beforeAll, describe, expect, it } from "vitest";
import { contestants, makeArena } from "./site/arenas.ts";
import { operator, site } from "./site/provided.ts";
import { voteManyTimes } from "./site/votes.ts";
import { newVisitor } from "./visitor/visitor.ts";

const models = contestants.slice(0, 5);
let arena = "";
let tournament = "";

beforeAll(async () => {
  arena = await makeArena({ name: "no-script", models, prompts: 2, score: (model) => model });
  await voteManyTimes(site, arena, 8);
  ({ id: tournament } = await operator.createTournament(arena, { format: "series", judge: "score" }));
});

const withoutJavaScript = () => newVisitor({ javaScriptEnabled: false });

describe("without JavaScript", () => {
  it("has the whole leaderboard: every model with its rank range, interval, rating, votes and win rate", async () => {
    const { page } = await withoutJavaScript();
    await page.goto(`/a/${arena}`);
    const rows = page.locator("tr[data-model]");
    const board = await operator.leaderboard(arena);
    expect(await rows.count()).toBe(models.length);
    for (const [at, { model, rating, lower, upper, votes, rank_lower }] of board.models.entries()) {
      const text = (await rows.nth(at).textContent())?.replaceAll(",", "") ?? "";
      expect(text).toContain(model.name);
      expect(text).toContain(
        `${Math.round(rating ?? 0)} between ${Math.round(lower ?? 0)} and ${Math.round(upper ?? 0)}`,
      );
      expect(text).toMatch(new RegExp(`${votes}\\d* ?\\d*%`));
      expect(text).toContain(String(rank_lower));
    }
  });

  it("filters the board by its address with a plain form", async () => {
    const { page } = await withoutJavaScript();
    await page.goto(`/a/${arena}`);
    await page.getByText("Filter", { exact: true }).click();
    await page.getByLabel("Method").selectOption("elo");
    await page.getByRole("button", { name: "Show" }).click();
    await page.waitForURL(/method=elo/);
    const [first] = (await operator.leaderboard(arena, { method: "elo" })).models;
    expect(await page.locator("tr[data-model]").first().getAttribute("data-model")).toBe(first?.model.slug);
  });

  it("shows the bracket and leads to its matches", async () => {
    const { page } = await withoutJavaScript();
    await page.goto(`/t/${tournament}`);
    await page.locator("[data-match] a").last().click();
    await page.getByRole("heading", { name: "Outputs" }).waitFor();
  });

  it("says on the voting page that voting needs it", async () => {
    const { page } = await withoutJavaScript();
    await page.goto(`/a/${arena}/vote`);
    const hint = page.locator("noscript p");
    expect(await hint.isVisible()).toBe(true);
    expect(await hint.textContent()).toMatch(/^Voting needs JavaScript/);
  });
});
