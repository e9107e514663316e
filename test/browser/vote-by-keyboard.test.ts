import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { contestants, makeArena } from "./site/arenas.ts";
import { operator } from "./site/provided.ts";
import { tabTo } from "./visitor/keyboard.ts";
import { newVisitor } from "./visitor/visitor.ts";
import { battleStands, namesShown, voteCounted } from "./visitor/voting-stage.ts";

let four = "";
let two = "";

beforeAll(async () => {
  four = await makeArena({
    name: "keys-four",
    settings: { k: 4 },
    models: contestants.slice(0, 8),
    prompts: 6,
  });
  two = await makeArena({ name: "keys-two", models: contestants.slice(0, 4), prompts: 6 });
});

const outputsOf = (page: Page) => page.locator(".output-body").allTextContents();

const votesOf = async (arena: string) => (await operator.arena(arena)).votes;

describe("a vote on four outputs by keyboard alone", () => {
  it("ranks, casts, shows the names, takes back and goes on, with the keys on the buttons", async () => {
    const { page } = await newVisitor();
    await page.goto(`/a/${four}/vote`);
    await battleStands(page);
    for (const key of ["3", "1", "4"]) await page.keyboard.press(key);
    const order = page.getByRole("list", { name: "Your order" }).locator(".rank-letter");
    expect(await order.allTextContents()).toEqual(["C", "A", "D", "B"]);
    await page.keyboard.press("2");
    expect(await order.allTextContents()).toEqual(["C", "A", "D", "B"]);

    await page.keyboard.press("Enter");
    await voteCounted(page);
    const names = await namesShown(page);
    expect(names).toHaveLength(4);
    expect(contestants).toEqual(expect.arrayContaining(names));
    expect(await page.getByText(/^you: \d$/).allTextContents()).toEqual([
      "you: 2",
      "you: 4",
      "you: 1",
      "you: 3",
    ]);
    expect(await votesOf(four)).toBe(1);

    const undo = page.getByRole("button", { name: "Undo" });
    await page.keyboard.press("Shift+Tab");
    await tabTo(page, undo);
    await page.keyboard.press("Enter");
    await page.getByText("Vote taken back.", { exact: true }).first().waitFor();
    expect(await votesOf(four)).toBe(0);

    const before = await outputsOf(page);
    await page.keyboard.press("n");
    await battleStands(page);
    expect(await namesShown(page)).toEqual([]);
    expect(await outputsOf(page)).not.toEqual(before);
    expect(await order.allTextContents()).toEqual(["—", "—", "—", "—"]);
  });

  it("orders with the buttons of the list, gives equal ranks, and says every change", async () => {
    const { page } = await newVisitor();
    await page.goto(`/a/${four}/vote`);
    await battleStands(page);
    const said = page.getByTestId("vote-status");
    for (const letter of ["A", "B", "C"]) {
      await tabTo(page, page.getByRole("button", { name: `Rank next Output ${letter}` }));
      await page.keyboard.press("Enter");
    }
    expect(await said.textContent()).toBe("Output C, rank 3 of 4");

    await tabTo(page, page.getByRole("button", { name: "Move output D up" }));
    await page.keyboard.press("Enter");
    expect(await said.textContent()).toBe("Output D, rank 3 of 4");
    await tabTo(page, page.getByRole("button", { name: "Output B: same rank as the one above" }));
    await page.keyboard.press("Enter");
    expect(await said.textContent()).toBe("Output B, rank 1 of 4");

    await tabTo(page, page.getByRole("button", { name: /^Cast this order/ }));
    await page.keyboard.press("Enter");
    await voteCounted(page);
    const [verdict] = (await operator.verdicts(four)).data.toReversed();
    expect(verdict?.ranks).toEqual([1, 1, 4, 3]);
  });

  it("names only the best in Best mode", async () => {
    const { page } = await newVisitor();
    await page.goto(`/a/${four}/vote`);
    await battleStands(page);
    await tabTo(page, page.getByRole("button", { name: "Best only" }));
    await page.keyboard.press("Enter");
    await page.keyboard.press("2");
    await tabTo(page, page.getByRole("button", { name: /^Cast B as the best/ }));
    await page.keyboard.press("Enter");
    await voteCounted(page);
    const [verdict] = (await operator.verdicts(four)).data.toReversed();
    expect(verdict).toMatchObject({ first_only: true });
  });
});

describe("a duel by keyboard alone", () => {
  it("takes one key for the verdict and one for the next battle", async () => {
    const { page } = await newVisitor();
    await page.goto(`/a/${two}/vote`);
    for (const [at, key] of ["1", "ArrowRight", "3", "ArrowDown"].entries()) {
      await battleStands(page);
      await page.keyboard.press(key);
      await voteCounted(page);
      expect(await namesShown(page)).toHaveLength(2);
      expect(await votesOf(two)).toBe(at + 1);
      await page.keyboard.press("Enter");
    }
    const { data } = await operator.verdicts(two);
    expect(data.map(({ ranks }) => ranks)).toEqual([
      [1, 2],
      [2, 1],
      [1, 1],
      [1, 1],
    ]);
    expect(data.map(({ flags }) => flags)).toEqual([[], [], [], ["both_bad"]]);
  });

  it("skips without a vote and without a name", async () => {
    const { page } = await newVisitor();
    await page.goto(`/a/${two}/vote`);
    await battleStands(page);
    const votes = await votesOf(two);
    const next = page.waitForResponse((response) => response.url().includes("/v1/ballots/"));
    await page.keyboard.press("s");
    expect(await (await next).json()).toMatchObject({ verdict: null, reveal: [] });
    await battleStands(page);
    expect(await votesOf(two)).toBe(votes);
  });

  it("leaves keys alone that are switched off, and takes other ones", async () => {
    const { page } = await newVisitor();
    await page.goto(`/a/${two}/vote`);
    await battleStands(page);
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog");
    await tabTo(page, dialog.getByRole("button", { name: /^Tie/ }));
    await page.keyboard.press("Enter");
    await page.keyboard.press("t");
    await tabTo(page, dialog.getByRole("checkbox", { name: "Use keys to vote" }));
    await page.keyboard.press("Space");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });

    await page.keyboard.press("t");
    expect(await page.getByRole("button", { name: "Tie" }).isEnabled()).toBe(true);
    await tabTo(page, page.getByRole("button", { name: /^Keys/ }));
    await page.keyboard.press("Enter");
    await tabTo(page, dialog.getByRole("checkbox", { name: "Use keys to vote" }));
    await page.keyboard.press("Space");
    await page.keyboard.press("Escape");
    await page.keyboard.press("t");
    await voteCounted(page);
    expect((await operator.verdicts(two)).data.at(-1)?.ranks).toEqual([1, 1]);
  });
});
