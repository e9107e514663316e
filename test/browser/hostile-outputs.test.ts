import type { Page } from "playwright-core";
import { beforeAll, expect, it, vi } from "vitest";
import { contestants, makeArena, slugOf } from "./site/arenas.ts";
import { operator } from "./site/provided.ts";
import { newVisitor } from "./visitor/visitor.ts";
import { battleStands, judgeWith, voteCounted } from "./visitor/voting-stage.ts";

const elsewhere = "https://elsewhere.example";

/** What runs leaves its mark on the window. */
const mark = "window.ranHere=1";

const texts = [
  `<script>${mark}</script> plain text after a script`,
  `<img src=x onerror="${mark}"> and <svg onload="${mark}"></svg>`,
  `[press me](javascript:${mark}) and [me](JaVaScRiPt:${mark}) and <a href="javascript:${mark}">me</a>`,
  `![a picture](${elsewhere}/pixel.png) <img src="${elsewhere}/img.png"> <iframe src="${elsewhere}"></iframe>`,
  `<style>@import url("${elsewhere}/style.css"); body { display: none }</style><base href="${elsewhere}/">`,
  `<form action="${elsewhere}"><button>send</button></form> <meta http-equiv="refresh" content="0;url=${elsewhere}">`,
];

const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100">
  <rect width="100" height="100" fill="teal"/>${inside}</svg>`;

const drawings = [
  svg(`<script>parent.ranHere=1;${mark}</script>`),
  svg(`<image href="${elsewhere}/inside.png" width="100" height="100"/>`),
  svg(`<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="${mark}"/></foreignObject>`),
  svg(
    `<a href="javascript:${mark}"><text y="50">press</text></a><style>@import "${elsewhere}/in.css";</style>`,
  ),
];

const textModels = contestants.slice(0, texts.length);
const drawingModels = contestants.slice(0, drawings.length);
let written = "";
let drawn = "";
let tournament = "";

beforeAll(async () => {
  written = await makeArena({
    name: "hostile-texts",
    settings: { k: texts.length },
    models: textModels,
    prompts: 1,
    content: (model) => texts[model] ?? "",
    score: (model) => model,
  });
  drawn = await makeArena({
    name: "hostile-drawings",
    settings: { k: drawings.length, modality: "image" },
    models: drawingModels,
    prompts: 1,
    content: (model) => drawings[model] ?? "",
  });
  const setup = { format: "single-elimination", judge: "score" } as const;
  ({ id: tournament } = await operator.createTournament(written, setup));
  await vi.waitUntil(async () => (await operator.tournament(tournament)).status === "completed");
});

/** Nothing ran, no element can still run something, nothing leads to a script. */
async function expectHarmless(page: Page): Promise<void> {
  expect(await page.evaluate(() => Reflect.get(window, "ranHere"))).toBeUndefined();
  const dangerous = "main :is(script, iframe, object, embed, form[action*='elsewhere'], base, meta, style)";
  expect(await page.locator(dangerous).count()).toBe(0);
  const armed = await page.evaluate(() =>
    [...document.querySelectorAll("main *")].flatMap((element) =>
      [...element.attributes]
        .filter(({ name, value }) => /^on/.test(name) || /^\s*javascript:/i.test(value))
        .map(({ name, value }) => `${element.tagName} ${name}=${value}`),
    ),
  );
  expect(armed).toEqual([]);
}

it("runs nothing and loads nothing of what models wrote, before and after a vote", async () => {
  const { page } = await newVisitor();
  await page.goto(`/a/${written}/vote`);
  await battleStands(page);
  await page.getByText("plain text after a script").waitFor();
  await expectHarmless(page);
  for (const key of ["1", "2", "3", "4", "5", "Enter"]) await page.keyboard.press(key);
  await voteCounted(page);
  await page.getByText("press me").first().waitFor();
  await expectHarmless(page);
});

it("shows drawings as pictures that cannot run or load anything, on the stage and enlarged", async () => {
  const { page } = await newVisitor();
  await page.goto(`/a/${drawn}/vote`);
  await battleStands(page);
  const widths = () =>
    page
      .locator(".output-picture img")
      .evaluateAll((all) => all.map((one) => Reflect.get(one, "naturalWidth")));
  await expect.poll(widths).toEqual(drawings.map(() => expect.toSatisfy((width: number) => width > 0)));
  expect(await page.locator("main svg image, main svg foreignObject").count()).toBe(0);
  await expectHarmless(page);
  await page.keyboard.press("z");
  await page.getByRole("dialog").getByRole("img").first().waitFor();
  await expectHarmless(page);
});

it("loads no picture that is stored elsewhere, before and after a vote", async () => {
  const arena = await makeArena({
    name: "hostile-media",
    settings: { modality: "image" },
    models: contestants.slice(0, 2),
    prompts: 1,
    mediaUrl: (model) => `${elsewhere}/picture-of-${slugOf(contestants[model] ?? "")}.png`,
  });
  const { page } = await newVisitor();
  await page.goto(`/a/${arena}/vote`);
  await judgeWith(page, ["1"]);
  await expectHarmless(page);
});

it.each([
  { name: "match", path: async () => `/t/${tournament}/m/${await aMatch()}` },
  { name: "model that writes scripts", path: async () => `/a/${written}/m/${slugOf(contestants[0])}` },
  { name: "model that writes links", path: async () => `/a/${written}/m/${slugOf(contestants[2])}` },
  { name: "model that embeds", path: async () => `/a/${written}/m/${slugOf(contestants[3])}` },
  { name: "model that draws scripts", path: async () => `/a/${drawn}/m/${slugOf(contestants[0])}` },
])("runs nothing and loads nothing on the page of a $name", async ({ path }) => {
  const { page } = await newVisitor();
  await page.goto(await path());
  await page.getByRole("heading", { name: /^Outputs/ }).waitFor();
  await expectHarmless(page);
});

async function aMatch(): Promise<string> {
  const { brackets } = await operator.tournament(tournament);
  const matches = brackets.flatMap(({ rounds }) => rounds.flatMap((round) => round.matches));
  return encodeURIComponent(matches.find(({ status }) => status === "decided")?.id ?? "");
}
