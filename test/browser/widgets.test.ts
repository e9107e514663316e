import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { elementRelease } from "../../apps/web/src/embed/element-release.ts";
import type { EmbedTarget } from "../../apps/web/src/embed/embed-target.ts";
import {
  badgePath,
  defaultColumns,
  type EmbedOptions,
  elementSnippet,
  frameSnippet,
  policyOf,
} from "../../apps/web/src/embed/snippets.ts";
import { contestants, makeArena, slugOf } from "./site/arenas.ts";
import { serveOtherPage } from "./site/other-page.ts";
import { operator, site } from "./site/provided.ts";
import { voteElsewhere, voteManyTimes } from "./site/votes.ts";
import { axeFindings } from "./visitor/axe.ts";
import { pressOn } from "./visitor/keyboard.ts";
import { newVisitor, type VisitorOptions } from "./visitor/visitor.ts";

const models = contestants.slice(0, 5);
const firstVotes = 6;
/** A widget asks every ten seconds; the rest is for a busy machine. */
const onePollMs = 20_000;

const options: EmbedOptions = {
  theme: "auto",
  limit: 5,
  columns: defaultColumns,
  highlight: "",
  lang: "en",
  live: true,
  compact: false,
  accent: "",
};
const dark = { paper: "rgb(22, 20, 18)", light: "rgb(251, 248, 242)" };

let target: EmbedTarget = { kind: "leaderboard", id: "", title: "", models: [] };

beforeAll(async () => {
  const id = await makeArena({ name: "widgets", models, prompts: 4 });
  await voteManyTimes(site, id, firstVotes);
  target = { ...target, id, title: "widgets", models: models.map((name) => ({ slug: slugOf(name), name })) };
});

/** Somebody else's page with the frame, the element and the badge as the Embed page gives them. */
async function visitOtherPage(visitor: VisitorOptions = {}) {
  const badge = site.url + badgePath(target.id, slugOf(contestants[0]), "auto", "svg");
  const body = [
    frameSnippet(site.url, target, options),
    elementSnippet(site.url, target, options),
    `<img alt="badge" src="${badge}">`,
  ].join("\n");
  const allowances = (["frame", "element", "badge"] as const).map((form) => policyOf(site.url, form));
  const url = await serveOtherPage({ body, allowances });
  const opened = await newVisitor({ ...visitor, url });
  const asked: string[] = [];
  opened.page.on("request", (request) => asked.push(request.url()));
  opened.page.on("response", async (response) => {
    if ((await response.allHeaders())["set-cookie"] !== undefined)
      asked.push(`a cookie from ${response.url()}`);
  });
  // The site is what this page asks on purpose.
  opened.expectTrouble(new RegExp(`^asked for ${site.url}/(?:embed|badge|v1)/`));
  await opened.page.goto(url);
  return { ...opened, asked, url };
}

const frameOf = (page: Page) => page.frameLocator("iframe");
const elementOf = (page: Page) => page.locator("agon-leaderboard");

/** What a document keeps in the browser; one that may keep nothing does not. */
function keptByPage(): [number, number, string] {
  const size = (name: "localStorage" | "sessionStorage") => {
    try {
      return window[name].length;
    } catch {
      return 0;
    }
  };
  return [size("localStorage"), size("sessionStorage"), document.cookie];
}

async function boardNames(): Promise<string[]> {
  return (await operator.leaderboard(target.id)).models.map(({ model }) => model.name);
}

async function votesShown(page: Page): Promise<string[]> {
  const texts = [frameOf(page).getByText("counted votes"), elementOf(page).getByText("counted votes")];
  return Promise.all(texts.map(async (text) => (await text.textContent()) ?? ""));
}

describe("a page on another origin that forbids everything else", () => {
  it("shows the whole board in a frame and in an element, and the badge", async () => {
    const { page } = await visitOtherPage();
    await elementOf(page).locator("tbody tr").first().waitFor();
    expect(await frameOf(page).locator("tbody th").allTextContents()).toEqual(await boardNames());
    expect(await elementOf(page).locator("tbody th").allTextContents()).toEqual(await boardNames());
    const drawn = await page.getByAltText("badge").evaluate((image) => Reflect.get(image, "naturalWidth"));
    expect(Number(drawn)).toBeGreaterThan(100);
  });

  it("sets no cookie, keeps nothing, and asks nobody but the arena's site", async () => {
    const { page, context, asked, url } = await visitOtherPage();
    await elementOf(page).locator("tbody tr").first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(asked.filter((address) => !address.startsWith(site.url) && !address.startsWith(url))).toEqual([]);
    expect(asked.some((address) => address.endsWith(elementRelease.path))).toBe(true);
    expect(await context.cookies()).toEqual([]);
    for (const frame of page.frames()) {
      expect(await frame.evaluate(keptByPage)).toEqual([0, 0, ""]);
    }
  });

  it("follows the reader's dark mode in both", async () => {
    const { page } = await visitOtherPage({ look: "dark" });
    const paper = (part: string) =>
      elementOf(page)
        .locator(part)
        .evaluate((one) => getComputedStyle(one).backgroundColor);
    await elementOf(page).locator("tbody tr").first().waitFor();
    expect(await paper("[part=widget]")).toBe(dark.paper);
    const html = frameOf(page).locator("html");
    expect(await html.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe(dark.paper);
    await page.emulateMedia({ colorScheme: "light" });
    await expect.poll(() => paper("[part=widget]")).toBe(dark.light);
    await expect.poll(() => html.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe(dark.light);
  });

  it("moves in both within one poll after a vote, without loading anything anew", async () => {
    const { page } = await visitOtherPage();
    await elementOf(page).locator("tbody tr").first().waitFor();
    const frame = frameOf(page).locator("body");
    await frame.evaluate(() => Reflect.set(window, "stillTheSamePage", true));
    await voteElsewhere(site, target.id);
    const { votes } = await operator.leaderboard(target.id);
    const text = `${votes} counted votes`;
    await expect.poll(() => votesShown(page), { timeout: onePollMs }).toEqual([text, text]);
    expect(await frameOf(page).locator("tbody th").allTextContents()).toEqual(await boardNames());
    expect(await elementOf(page).locator("tbody th").allTextContents()).toEqual(await boardNames());
    expect(await frame.evaluate(() => Reflect.get(window, "stillTheSamePage"))).toBe(true);
  });

  it("gives the frame the height it asks for", async () => {
    const { page } = await visitOtherPage();
    const inside = () =>
      frameOf(page)
        .locator("body")
        .evaluate((one) => Math.ceil(one.getBoundingClientRect().height));
    await expect.poll(() => page.locator("iframe").evaluate((one) => one.clientHeight)).toBe(await inside());
  });

  it("shows the frame whole and the element's link without JavaScript", async () => {
    const { page } = await visitOtherPage({ javaScriptEnabled: false });
    const rows = frameOf(page).locator("tbody tr");
    await rows.first().waitFor();
    expect(await rows.count()).toBe(models.length);
    await elementOf(page).getByRole("link", { name: "widgets" }).waitFor();
  });
});

it("a page that the arena does not name may not frame its board", async () => {
  const id = await makeArena({ name: "closed", models: models.slice(0, 2), prompts: 1 });
  await operator.changeArena(id, { embed_origins: ["https://friend.example"] });
  const body = frameSnippet(site.url, { ...target, id }, options);
  const url = await serveOtherPage({ body, allowances: [`frame-src ${site.url}`] });
  const { page, expectTrouble } = await newVisitor({ url });
  expectTrouble(/frame-ancestors|asked for/);
  await page.goto(url);
  await page.waitForLoadState("networkidle");
  expect(await frameOf(page).locator("tbody tr").count()).toBe(0);
});

/** Chooses colours as soon as the page listens; gives the address of the frame that shows them. */
async function sourceIn(page: Page, theme: string): Promise<string> {
  const colours = page.getByRole("combobox", { name: "Colours" });
  const source = async () => (await page.locator("main iframe").getAttribute("src")) ?? "";
  await expect
    .poll(async () => {
      await colours.selectOption("light");
      await colours.selectOption(theme);
      return source();
    })
    .toContain(`theme=${theme}`);
  return source();
}

describe("the Embed page", () => {
  it("is reached from the board, and its frame is what the snippet says", async () => {
    const { page } = await newVisitor();
    await page.goto(`/a/${target.id}`);
    await page.getByRole("link", { name: "Embed", exact: true }).click();
    await page.getByRole("heading", { name: "Embed widgets" }).waitFor();
    const source = await sourceIn(page, "dark");
    expect(await page.locator("pre").first().textContent()).toContain(
      `src="${site.url}${source.replaceAll("&", "&amp;")}"`,
    );
    await page.frameLocator("main iframe").locator("tbody tr").first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it("shows the element and the badge live, by keyboard alone, and copies the snippet", async () => {
    const { page, context } = await newVisitor();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(`/a/${target.id}/embed`);
    await page.getByRole("heading", { name: "Preview" }).waitFor();
    await pressOn(page, page.getByRole("radio", { name: "Frame", exact: true }), "ArrowDown");
    await elementOf(page).locator("tbody tr").first().waitFor();
    expect(await elementOf(page).locator("tbody th").allTextContents()).toEqual(await boardNames());
    await pressOn(page, page.getByRole("button", { name: /^Copy/ }).first());
    await page.getByText("Copied.").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(elementRelease.integrity);
    await pressOn(page, page.getByRole("radio", { name: "Custom element" }), "ArrowDown");
    await page.locator(`img[src^="/badge/${target.id}/"]`).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

it("pages tell other sites of their picture and of their frame", async () => {
  const { page } = await newVisitor();
  const { id } = await operator.createTournament(target.id, { format: "series", judge: "human" });
  const pages = { [`/a/${target.id}`]: `/picture/${target.id}.png`, [`/de/t/${id}`]: `/picture/t/${id}.png` };
  for (const [path, picture] of Object.entries(pages)) {
    await page.goto(path);
    const content = (selector: string, name = "content") => page.locator(selector).first().getAttribute(name);
    expect(await content('meta[property="og:image"]')).toBe(site.url + picture);
    expect(await content('meta[name="twitter:card"]')).toBe("summary_large_image");
    const drawn = await page.request.get(picture);
    expect([drawn.status(), drawn.headers()["content-type"]]).toEqual([200, "image/png"]);
    for (const format of ["json", "xml"]) {
      const link = await content(
        `link[type="${format === "json" ? "application/json" : "text/xml"}+oembed"]`,
        "href",
      );
      const answer = await page.request.get(link ?? "");
      expect(answer.status()).toBe(200);
      expect(await answer.text()).toContain("/embed/v1/");
    }
  }
});
