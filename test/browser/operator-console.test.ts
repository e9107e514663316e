import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { contestants, makeArena } from "./site/arenas.ts";

import { operator, site } from "./site/provided.ts";
import { openConsole, openTab } from "./visitor/operator-console.ts";
import { newVisitor, type Visitor } from "./visitor/visitor.ts";

const run = Date.now().toString(36);
const models = contestants.slice(0, 4);

/** The console with a tab of one arena in front. */
async function deskOf(arena: string, tab: string): Promise<Visitor> {
  const visitor = await newVisitor();
  await visitor.page.goto("/admin");
  await openConsole(visitor.page, site.key);
  await visitor.page.getByRole("combobox", { name: "Arena" }).selectOption({ value: arena });
  await openTab(visitor.page, tab);
  return visitor;
}

const status = (page: Page, text: string | RegExp) => page.getByRole("status").getByText(text).waitFor();

async function upload(page: Page, tab: string, rows: string): Promise<void> {
  await openTab(page, tab);
  const panel = page.getByRole("tabpanel", { name: tab });
  await panel.getByLabel("or paste CSV, JSON or JSON Lines").fill(rows);
  await page.getByRole("button", { name: /^Send \d/ }).click();
  await status(page, /rows? (?:was|were) taken\.$/);
}

describe("the operator console", () => {
  it("does not open with a wrong key", async () => {
    const { page, expectTrouble } = await newVisitor();
    expectTrouble(/401/);
    await page.goto("/admin");
    await page.getByLabel("Operator key").fill("agon_wrong_key");
    await page.getByRole("button", { name: "Open the console" }).click();
    await status(page, /^The server does not accept this key/);
  });

  it("creates an arena and fills it from pasted and chosen files", async () => {
    const arena = `desk-${run}`;
    const { page } = await newVisitor();
    await page.goto("/admin");
    await openConsole(page, site.key);
    await page.getByText("New arena").click();
    await page.getByLabel("Name in the address").fill(arena);
    await page.getByLabel("Title", { exact: true }).last().fill("Made at the desk");
    await page.getByRole("button", { name: "Create the arena" }).click();
    await status(page, `The arena ${arena} is there.`);
    await expect.poll(() => page.getByRole("combobox", { name: "Arena" }).inputValue()).toBe(arena);
    await upload(page, "Models", "slug,name\nfirst,The First\nsecond,The Second\n");
    await upload(page, "Prompts", '{"slug":"why","text":"Why?"}\n{"slug":"how","text":"How?"}');
    await openTab(page, "Outputs");
    const outputs = ["first", "second"].flatMap((model) =>
      ["why", "how"].map((prompt) => JSON.stringify({ model, prompt, content: `${model} on ${prompt}` })),
    );
    await page.getByLabel("A file").setInputFiles({
      name: "outputs.jsonl",
      mimeType: "application/x-ndjson",
      buffer: Buffer.from(outputs.join("\n")),
    });
    await page.getByRole("button", { name: "Send 4 rows" }).click();
    await status(page, "4 rows were taken.");
    expect(await operator.arena(arena)).toMatchObject({ title: "Made at the desk", models: 2, outputs: 4 });
  });

  it("shows a broken line with its number and field before anything is sent", async () => {
    const arena = await makeArena({ name: "desk-broken", models, prompts: 3 });
    const before = (await operator.arena(arena)).outputs;
    const model = "newcomer";
    await operator.addModels(arena, { slug: model });
    const { page } = await deskOf(arena, "Outputs");
    const rows = [
      { model, prompt: "q-1", content: "good" },
      { model, prompt: "q-2", content: "good", score: "high" },
      { model, prompt: "q-3", content: "good too", points: 3 },
      { model: "nobody", prompt: "q-2", content: "good too" },
    ];
    const paste = page.getByLabel("or paste CSV, JSON or JSON Lines");
    await paste.fill(`${rows.map((row) => JSON.stringify(row)).join("\n")}\n{"model":`);
    await page.getByText("4 rows are broken").waitFor();
    const faults = page.getByTestId("row-faults").getByRole("listitem");
    expect(await faults.allTextContents()).toEqual([
      expect.stringMatching(/^Line 2: .*score/),
      expect.stringMatching(/^Line 3: .*points/),
      expect.stringMatching(/^Line 4: .*nobody/),
      expect.stringMatching(/^Line 5: /),
    ]);
    const send = page.getByRole("button", { name: /^Send 1 row/ });
    expect(await send.isDisabled()).toBe(true);
    await page.getByLabel("Send the good rows and leave the broken ones").check();
    await send.click();
    await status(page, "1 row was taken.");
    expect((await operator.arena(arena)).outputs).toBe(before + 1);
  });

  it("starts, pauses, resumes and cancels a tournament, and asks before it cancels", async () => {
    const arena = await makeArena({ name: "desk-cup", models, prompts: 2, score: (model) => model });
    const { page } = await deskOf(arena, "Tournaments");
    await page.getByLabel("Milliseconds between two battles").fill("60000");
    await page.getByLabel("Title", { exact: true }).first().fill("The desk's cup");
    await page.getByLabel("Do not start yet").check();
    await page.getByRole("button", { name: "Create the tournament" }).click();
    const line = page.locator("[data-tournament]").filter({ hasText: "The desk's cup" });
    const [summary] = (await operator.tournaments(arena)).data;
    const state = async () => (await operator.tournament(summary?.id ?? "")).status;
    await line.getByText("Scheduled").waitFor();

    for (const { press, word, status: wanted } of [
      { press: "Start", word: "Live", status: "running" },
      { press: "Pause", word: "Paused", status: "paused" },
      { press: "Resume", word: "Live", status: "running" },
    ]) {
      await line.getByRole("button", { name: press }).click();
      await line.getByText(word).waitFor();
      expect(await state()).toBe(wanted);
    }
    await line.getByRole("button", { name: "Cancel" }).click();
    const question = page.getByRole("alertdialog");
    await question.getByRole("button", { name: "Keep it" }).click();
    expect(await state()).toBe("running");
    await line.getByRole("button", { name: "Cancel" }).click();
    await question.getByRole("button", { name: "Cancel the tournament" }).click();
    await line.getByText("Cancelled").waitFor();
    expect(await state()).toBe("cancelled");
  });

  it("corrects a match, and only what depends on it is played again", async () => {
    const arena = await makeArena({ name: "desk-match", models, prompts: 1, score: (model) => model });
    const { id } = await operator.createTournament(arena, { format: "single-elimination", judge: "score" });
    await expect.poll(async () => (await operator.tournament(id)).status).toBe("completed");
    const { page } = await deskOf(arena, "Correct a match");
    const ranks = page.getByLabel(/^Rank of /);
    await ranks.first().waitFor();
    const match = await page.getByRole("combobox", { name: "Match", exact: true }).inputValue();
    const before = await operator.match(id, match);
    await ranks.nth(0).fill(String(before.ranks?.[1]));
    await ranks.nth(1).fill(String(before.ranks?.[0]));
    await page.getByLabel("Reason").fill("The wrong output was stored");
    await page.getByRole("button", { name: "Set these ranks" }).click();
    const question = page.getByRole("alertdialog");
    const { resets } = await operator.previewRuling(id, match, {
      ranks: [...(before.ranks ?? [])].reverse(),
    });
    expect(await question.getByRole("listitem").count()).toBe(resets.length);
    await question.getByRole("button", { name: "Leave it as it is" }).click();
    expect((await operator.match(id, match)).version).toBe(before.version);
    await page.getByRole("button", { name: "Set these ranks" }).click();
    await question.getByRole("button", { name: "Set these ranks" }).click();
    await status(page, "The match was changed.");
    const after = await operator.match(id, match);
    expect(after.winners).not.toEqual(before.winners);
    await expect.poll(async () => (await operator.tournament(id)).status).toBe("completed");
  });

  it("asks for the options that fit the format and starts a tournament with them", async () => {
    const arena = await makeArena({ name: "desk-formats", models, prompts: 2, score: (model) => model });
    const { page } = await deskOf(arena, "Tournaments");
    const panel = page.getByRole("tabpanel", { name: "Tournaments" });
    const format = panel.getByRole("combobox", { name: "Format", exact: true });
    await format.selectOption("series");
    await panel.getByLabel("Play for the third place").check();
    await format.selectOption("k-wise-elimination");
    await page.getByText("Heats of several outputs").waitFor();
    expect(await panel.getByLabel("Play for the third place").count()).toBe(0);
    await panel.getByLabel(/^Outputs in a battle/).fill("3");
    await panel.getByLabel(/^Brackets/).selectOption("field");
    await panel.getByLabel("Milliseconds between two battles").fill("0");
    await page.getByRole("button", { name: "Create the tournament" }).click();
    await status(page, /^The tournament .* is there\.$/);
    const [made] = (await operator.tournaments(arena)).data;
    const { options } = await operator.tournament(made?.id ?? "");
    expect(made?.format).toBe("k-wise-elimination");
    expect(options).toMatchObject({ k: 3, scope: "field" });
  });
});
