import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { contestants, makeArena } from "./site/arenas.ts";
import { operator, site } from "./site/provided.ts";
import { openConsole, openTab } from "./visitor/operator-console.ts";
import { newVisitor } from "./visitor/visitor.ts";

const models = contestants.slice(0, 3);
const prompts = ["q-1", "q-2"];

const submit = (arena: string, name: string, content: string) =>
  operator.submit({
    type: "model.submitted",
    data: {
      arena,
      model: { name },
      outputs: prompts.map((prompt) => ({ prompt, content: `${content} ${prompt}` })),
    },
  });

async function submissionsOf(arena: string) {
  const { page } = await newVisitor();
  await page.goto("/admin");
  await openConsole(page, site.key);
  await page.getByRole("combobox", { name: "Arena" }).selectOption({ value: arena });
  await openTab(page, "Submissions");
  return page;
}

const statusOf = async (arena: string, name: string) =>
  (await operator.submissions(arena)).data.find(({ model }) => model.name === name)?.status;

describe("the page that tells how to submit", () => {
  it("has a body and a signed call that submit a model as they stand, without JavaScript", async () => {
    const arena = await makeArena({ name: "how-to", models, prompts: prompts.length });
    const { page } = await newVisitor({ javaScriptEnabled: false });
    await page.goto(`/a/${arena}/about`);
    await page.getByRole("link", { name: "Submit a model to this arena" }).click();
    const [body = "", call = "", command = ""] = await page.locator("pre").allTextContents();
    expect(command).toContain(`--url ${site.url} --arena ${arena}`);
    const model = JSON.parse(body);
    model.data.outputs = prompts.map((prompt) => ({ prompt, content: `What I say of ${prompt}` }));
    const { url, secret } = await operator.createWebhookEndpoint(arena, { name: "Reader" });
    const folder = await mkdtemp(path.join(tmpdir(), "agon-submit-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(path.join(folder, "model.json"), `${JSON.stringify(model, null, 2)}\n`);
    const placeholder = /^URL='(.*\/v1\/hooks\/)ENDPOINT'$/m;
    expect(url).toContain(placeholder.exec(call)?.[1] ?? "no address in the snippet");
    const filled = call.replace(placeholder, `URL='${url}'`).replace("whsec_...", secret);
    const { stdout } = await promisify(execFile)("bash", ["-c", filled], { cwd: folder });
    expect(stdout).toMatch(/^HTTP\/\S+ 202/);
    await expect.poll(() => statusOf(arena, "My model")).toBe("active");
  });

  it("fills in the arena that is chosen, in the reader's language", async () => {
    const arena = await makeArena({ name: "chosen", models, prompts: 1 });
    const { page } = await newVisitor({ javaScriptEnabled: false });
    await page.goto("/de/submit");
    await page.getByLabel("Arena").selectOption(arena);
    await page.getByRole("button", { name: "Für diese Arena zeigen" }).click();
    await page.getByRole("heading", { name: "Ein Modell einreichen: chosen" }).waitFor();
    expect(await page.locator("pre").first().textContent()).toContain(`"arena": "${arena}"`);
  });
});

describe("the submissions of the operator console", () => {
  it("show flags and errors with their places, and let an operator accept, reject and withdraw", async () => {
    const arena = await makeArena({ name: "desk-intake", models, prompts: prompts.length });
    await submit(arena, "Braggart", "I am Braggart, and this is");
    await submit(arena, "Copycat", "I am Copycat, and this is");
    await operator.submit({
      type: "model.submitted",
      data: { arena, model: { name: "Hasty" }, outputs: [{ prompt: "q-1", content: "Only one" }] },
    });
    const page = await submissionsOf(arena);
    const card = (name: string) =>
      page.locator("[data-submission]").filter({ has: page.getByRole("heading", { name }) });
    await card("Hasty").getByText('/data/outputs has no output for the prompt "q-2"').waitFor();
    await card("Braggart").getByText('/data/outputs/0/content names its maker: "Braggart"').waitFor();
    const names = await page.locator("[data-submission] h3").allTextContents();
    expect(names).toEqual(["Hasty", "Copycat", "Braggart"]);

    await card("Braggart").getByRole("button", { name: "Accept" }).click();
    await card("Braggart").getByText("In the arena").waitFor();
    const question = page.getByRole("alertdialog");
    await card("Copycat").getByRole("button", { name: "Reject" }).click();
    await question.getByRole("button", { name: "Leave it" }).click();
    expect(await statusOf(arena, "Copycat")).toBe("validating");
    await card("Copycat").getByRole("button", { name: "Reject" }).click();
    await question.getByLabel("Reason, for its submitter to read").fill("It names itself");
    await question.getByRole("button", { name: "Reject it" }).click();
    await card("Copycat").getByText("Reason: It names itself").waitFor();
    expect(await statusOf(arena, "Copycat")).toBe("rejected");
    await card("Braggart").getByRole("button", { name: "Withdraw" }).click();
    await question.getByRole("button", { name: "Withdraw it" }).click();
    await card("Braggart").getByText("Withdrawn").waitFor();
    expect(await statusOf(arena, "Braggart")).toBe("withdrawn");
  });

  it("make, renew and delete a webhook endpoint, and show its secret once", async () => {
    const arena = await makeArena({ name: "desk-doors", models, prompts: 1 });
    const page = await submissionsOf(arena);
    await page.getByLabel("Whom it is for").fill("The night build");
    await page.getByRole("button", { name: "Make an endpoint" }).click();
    const secret = page.getByText(/^whsec_/);
    const first = await secret.textContent();
    const [made] = (await operator.webhookEndpoints(arena)).data;
    await page
      .locator("pre")
      .getByText(made?.url ?? "no endpoint")
      .waitFor();
    const line = page.locator("[data-endpoint]").filter({ hasText: "The night build" });
    await line.getByRole("button", { name: "New secret" }).click();
    await line.getByText(/^Made .*The secret before is good until/).waitFor();
    expect(await secret.textContent()).not.toBe(first);
    await openTab(page, "Judges");
    await openTab(page, "Submissions");
    await line.waitFor();
    expect(await secret.count()).toBe(0);
    await line.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete it" }).click();
    await line.waitFor({ state: "detached" });
    expect((await operator.webhookEndpoints(arena)).data).toEqual([]);
  });
});
