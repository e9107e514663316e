import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { contestants, makeArena } from "./site/arenas.ts";
import { operator } from "./site/provided.ts";
import { pressOn } from "./visitor/keyboard.ts";
import { newVisitor } from "./visitor/visitor.ts";
import { judgeWith, namesShown } from "./visitor/voting-stage.ts";

const matches = contestants.length - 1;
let tournament = "";

beforeAll(async () => {
  const arena = await makeArena({ name: "keys-bracket", models: contestants, prompts: 1 });
  ({ id: tournament } = await operator.createTournament(arena, {
    format: "single-elimination",
    judge: "human",
  }));
});

/** Casts with one key and goes on with another; gives the names. */
async function judgeNext(page: Page, key: string): Promise<string[]> {
  await judgeWith(page, [key]);
  const names = await namesShown(page);
  await page.keyboard.press("Enter");
  return names;
}

it("decides a bracket of 16 from the first match to the champion and opens the final, by keyboard alone", async () => {
  const { page, expectTrouble } = await newVisitor();
  // Drawn ahead while the last match of a round is judged, the next battle is not there yet.
  expectTrouble(/409 .*\/ballots\?tournament=/);
  await page.goto(`/t/${tournament}`);
  await pressOn(page, page.getByRole("link", { name: "Vote in this tournament" }));
  const champions: (string | undefined)[] = [];
  for (let match = 0; match < matches; match += 1) {
    const names = await judgeNext(page, match % 2 === 0 ? "1" : "2");
    champions.push(names[match % 2]);
  }
  await page.getByText(/^This tournament takes no votes: it is decided/).waitFor();

  await pressOn(page, page.getByRole("link", { name: "See the bracket" }));
  const champion = page.getByText("Champion:").locator("strong");
  await champion.waitFor();
  expect(await champion.textContent()).toBe(champions.at(-1));
  expect(await operator.tournament(tournament)).toMatchObject({
    status: "completed",
    matches_decided: matches,
  });

  const final = page.getByRole("link", { name: new RegExp(`^Final, match 1: ${champions.at(-1)} beat `) });
  await pressOn(page, final);
  await page.getByRole("heading", { level: 1, name: "Final, match 1" }).waitFor();
  expect(await page.getByRole("article").getByText("winner").count()).toBe(1);
  expect(await page.getByText("A person").count()).toBe(1);
});
