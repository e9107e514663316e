import type { Ballot } from "@agon/contract";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { contestants, makeArena } from "./site/arenas.ts";
import { operator, site } from "./site/provided.ts";
import { operatorOf } from "./site/running-site.ts";
import { sealedUntil } from "./site/sealed-ballot.ts";
import { startSite } from "./site/served-site.ts";
import { pressOn } from "./visitor/keyboard.ts";
import { newVisitor } from "./visitor/visitor.ts";
import { battleStands, voteCounted } from "./visitor/voting-stage.ts";

const models = contestants.slice(0, 4);
/** Ballots a day of one voter, where limits are on. */
const quota = 50;
let arena = "";

beforeAll(async () => {
  arena = await makeArena({ name: "states", models, prompts: 4 });
});

const votesOf = async (slug: string) => (await operator.arena(slug)).votes;
const says = (page: Page, text: string | RegExp) =>
  page.locator(".after-vote, main").getByText(text).first().waitFor();

/** The page gets every ballot with a token that the server sealed an hour too early. */
const expireBallots = (page: Page) =>
  page.route("**/ballots", async (route) => {
    const response = await route.fetch();
    const ballot: Ballot = await response.json();
    const token = sealedUntil(site.state, ballot.token, Date.now() - 3_600_000);
    await route.fulfill({ response, json: { ...ballot, token } });
  });

describe("a ballot that cannot be cast any more", () => {
  it("says that it expired, counts nothing, and offers another battle", async () => {
    const { page, expectTrouble } = await newVisitor();
    expectTrouble(/410/);
    await expireBallots(page);
    await page.goto(`/a/${arena}/vote`);
    await battleStands(page);
    const votes = await votesOf(arena);
    await page.keyboard.press("1");
    await says(page, "This ballot expired before you voted; nothing was counted.");
    expect(await votesOf(arena)).toBe(votes);
    await pressOn(page, page.getByRole("button", { name: "Get another battle" }));
    await battleStands(page);
  });

  it("says that it was used already and that the earlier vote stands", async () => {
    const { page, expectTrouble } = await newVisitor();
    expectTrouble(/409/);
    const issued = page.waitForResponse((response) => response.url().endsWith("/ballots"));
    await page.goto(`/a/${arena}/vote`);
    await battleStands(page);
    const { id, token }: Ballot = await (await issued).json();
    await operator.cast(id, { token, outcome: "b" });
    await page.keyboard.press("1");
    await says(page, "This ballot was already used; your earlier vote stands.");
    const { data } = await operator.verdicts(arena);
    expect(data.filter(({ ballot }) => ballot === id).map(({ ranks }) => ranks)).toEqual([[2, 1]]);
  });
});

describe("an arena without a battle", () => {
  it("says that everything is judged", async () => {
    const alone = await makeArena({ name: "states-alone", models: models.slice(0, 1), prompts: 1 });
    const { page, expectTrouble } = await newVisitor();
    expectTrouble(/409/);
    await page.goto(`/a/${alone}/vote`);
    await says(page, "You have judged everything there is to judge here.");
    await pressOn(page, page.getByRole("link", { name: "See the leaderboard" }));
    await page.waitForURL(`**/a/${alone}`);
  });

  it("says that others hold the battles of a tournament, and gives one when it comes back", async () => {
    const small = await makeArena({ name: "states-held", models: models.slice(0, 2), prompts: 1 });
    const setup = { format: "single-elimination", judge: "human" } as const;
    const { id } = await operator.createTournament(small, setup);
    const held = await operator.issueBallot(small, { tournament: id });
    const { page, expectTrouble } = await newVisitor();
    expectTrouble(/409/);
    await page.goto(`/t/${id}/vote`);
    await says(page, /^Every open battle is in somebody's hands\./);
    await operator.cast(held.id, { token: held.token, skip: true });
    await pressOn(page, page.getByRole("button", { name: "Try again" }));
    await battleStands(page);
  });

  it("says that it is paused, on the stage and above every page of the arena", async () => {
    const paused = await makeArena({ name: "states-paused", models, prompts: 1 });
    await operator.changeArena(paused, { status: "paused" });
    const { page, expectTrouble } = await newVisitor();
    expectTrouble(/409/);
    await page.goto(`/a/${paused}/vote`);
    await says(page, "This arena is paused and takes no votes now.");
    await page.goto(`/a/${paused}`);
    await says(page, "This arena is paused. It shows its results and takes no votes for now.");
  });

  it("says that a vote did not go through when the arena was paused meanwhile", async () => {
    const closing = await makeArena({ name: "states-closing", models, prompts: 2 });
    const { page, expectTrouble } = await newVisitor();
    expectTrouble(/409/);
    await page.goto(`/a/${closing}/vote`);
    await battleStands(page);
    await operator.changeArena(closing, { status: "paused" });
    await page.keyboard.press("1");
    await says(page, /^The vote did not go through: /);
    expect(await votesOf(closing)).toBe(0);
  });
});

describe("a voter without a connection", () => {
  it("is told that the vote is kept, and it is counted once when the connection is back", async () => {
    const { page, context, expectTrouble } = await newVisitor();
    expectTrouble(/ERR_INTERNET_DISCONNECTED/);
    await page.goto(`/a/${arena}/vote`);
    await battleStands(page);
    const votes = await votesOf(arena);
    await context.setOffline(true);
    await page.keyboard.press("1");
    await says(page, "You are offline. Your vote is kept and will be sent when you are back.");
    expect(await votesOf(arena)).toBe(votes);
    await context.setOffline(false);
    await voteCounted(page);
    expect(await votesOf(arena)).toBe(votes + 1);
  });

  it("may close the page: the next visit delivers the vote", async () => {
    const { page, context, expectTrouble } = await newVisitor();
    expectTrouble(/ERR_INTERNET_DISCONNECTED/);
    await page.goto(`/a/${arena}/vote`);
    await battleStands(page);
    const votes = await votesOf(arena);
    await context.setOffline(true);
    await page.keyboard.press("2");
    await says(page, /^You are offline/);
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(`/a/${arena}/vote`);
    await again.getByText("The vote that was kept has been counted.").waitFor({ state: "attached" });
    await expect.poll(() => votesOf(arena)).toBe(votes + 1);
  });
});

describe("a server with limits", () => {
  it("says to a voter over the quota when the next battle comes", async () => {
    const limited = await startSite(["--empty", "--no-build", "--limits"]);
    onTestFinished(() => limited.stop());
    const slug = await makeArena({ name: "limited", models, prompts: 2 }, operatorOf(limited));
    const { page, context, expectTrouble } = await newVisitor({ url: limited.url });
    expectTrouble(/429/);
    await page.goto(`/a/${slug}/vote`);
    await battleStands(page);
    const issue = () => context.request.post(`/v1/arenas/${slug}/ballots`, { data: {} });
    await Promise.all(Array.from({ length: quota }, issue));
    await page.reload();
    await says(page, /^You have voted a lot\. The next battle is yours in \d+ (hours?|minutes?)\.$/);
    expect(await page.getByRole("button", { name: "Try again" }).count()).toBe(1);
  });
});
