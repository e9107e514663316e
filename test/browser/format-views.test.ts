import type { NewTournament } from "@agon/contract";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { contestants, makeArena, slugOf } from "./site/arenas.ts";
import { operator } from "./site/provided.ts";
import { axeFindings } from "./visitor/axe.ts";
import { phoneWidth } from "./visitor/looks.ts";
import { newVisitor } from "./visitor/visitor.ts";

const models = contestants.slice(0, 6);
let arena = "";

beforeAll(async () => {
  arena = await makeArena({
    name: "formats",
    models,
    prompts: 3,
    score: (model, prompt) => 10 * model + prompt,
  });
});

interface View {
  readonly wish: NewTournament;
  /** What only this format's page shows, once its tournament is over. */
  readonly shown: (page: Page) => Promise<unknown>;
}

const newcomer = slugOf(models.at(-1) ?? "");

const views: readonly View[] = [
  {
    wish: { format: "double-elimination" },
    shown: (page) => page.getByRole("heading", { name: "Lower bracket", exact: true }).waitFor(),
  },
  {
    wish: { format: "k-wise-elimination", options: { k: 3 } },
    shown: async (page) => expect(await page.locator(".seat-rank").count()).toBeGreaterThan(3),
  },
  {
    wish: { format: "k-wise-league", options: { k: 3, budget: 12 } },
    shown: async (page) => expect(await page.locator("[data-match]").count()).toBe(12),
  },
  {
    wish: { format: "swiss", options: { opening: 0.3, refits: 2 } },
    shown: async (page) => {
      expect(await page.getByRole("heading", { name: /^Round \d/ }).count()).toBe(3);
      expect(await page.locator(".swiss-chain [data-match]").count()).toBe(models.length - 1);
    },
  },
  {
    wish: { format: "round-robin" },
    shown: async (page) => {
      const best = page.locator(".cross-table tbody tr").first();
      expect(await best.textContent()).toBe(`1${models.at(-1)}${"3–0".repeat(models.length - 1)}`);
    },
  },
  {
    wish: { format: "anchored", options: { anchors: [newcomer] } },
    shown: async (page) => expect(await page.locator(".cross-table thead th").count()).toBe(2),
  },
  {
    wish: { format: "sort" },
    shown: async (page) =>
      expect(await page.locator(".sort-final .sort-name").allTextContents()).toEqual(models.toReversed()),
  },
  {
    wish: { format: "placement", options: { newcomer, k: 2 } },
    shown: async (page) => {
      await page.getByRole("heading", { name: `Where ${models.at(-1)} stands` }).waitFor();
      expect(await page.locator(".place-step").last().textContent()).toContain("place 1");
    },
  },
];

/** A tournament that a program has judged to its end. */
async function finished(wish: NewTournament): Promise<string> {
  const { id } = await operator.createTournament(arena, { judge: "score", seed: 1, ...wish });
  await expect
    .poll(async () => (await operator.tournament(id)).status, { timeout: 30_000 })
    .toBe("completed");
  return id;
}

describe.each(views)("the page of a tournament of the format $wish.format", ({ wish, shown }) => {
  it("shows what the format is about, without JavaScript too, in both languages and on a phone", async () => {
    const id = await finished(wish);
    const { page } = await newVisitor({ reducedMotion: "reduce" });
    await page.goto(`/t/${id}`);
    await shown(page);
    expect(await axeFindings(page)).toEqual([]);

    const { page: still } = await newVisitor({ javaScriptEnabled: false });
    await still.goto(`/t/${id}`);
    await shown(still);

    const { page: phone } = await newVisitor({ look: "phone", colorScheme: "dark", reducedMotion: "reduce" });
    await phone.goto(`/de/t/${id}`);
    await phone.getByRole("heading", { name: "Wofür diese Form gut ist" }).waitFor();
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phoneWidth);
    expect(await axeFindings(phone)).toEqual([]);
  });
});

describe("a bracket that the tournament does not have", () => {
  it("leads to the page that says so", async () => {
    const id = await finished({ format: "single-elimination" });
    const { page, expectTrouble } = await newVisitor();
    expectTrouble(/404/);
    const answer = await page.goto(`/t/${id}?group=nobody`);
    expect(answer?.status()).toBe(404);
  });
});
