// A visitor who votes, looks at the own votes, and has them forgotten.
import { expect, it } from "vitest";
import { contestants, makeArena } from "./site/arenas.ts";
import { operator } from "./site/provided.ts";
import { newVisitor } from "./visitor/visitor.ts";
import { judgeWith } from "./visitor/voting-stage.ts";

it("shows a visitor the own votes and board, and lets nothing of them stay when asked to", async () => {
  const arena = await makeArena({ name: "own-votes", models: contestants.slice(0, 4), prompts: 6 });
  const { page, context } = await newVisitor();
  await page.goto(`/a/${arena}/vote`);
  for (let votes = 0; votes < 4; votes++) {
    await judgeWith(page, ["1"]);
    await page.keyboard.press("Enter");
  }
  await page.getByRole("link", { name: "Your votes" }).first().click();
  await page.getByRole("heading", { name: "Your own board" }).waitFor();
  expect(await page.locator("main ol > li").count()).toBe(4);
  await page.getByRole("button", { name: "Delete my data" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete my data" }).click();
  await page.getByText("nothing ties this browser").waitFor();
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await page.reload();
  await page.getByText("has not voted yet").waitFor();
  expect((await operator.arena(arena)).votes).toBe(4);
});
