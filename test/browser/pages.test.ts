import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { sitePages } from "./site/pages.ts";
import { site } from "./site/provided.ts";
import { axeFindings } from "./visitor/axe.ts";
import { phoneWidth } from "./visitor/looks.ts";
import { newVisitor, type Visitor, type VisitorOptions } from "./visitor/visitor.ts";

const pages = await sitePages(site);
const leastTarget = 44;
/** The rest of a page is the same in both colour schemes. */
const whatColoursChange = ["color-contrast", "link-in-text-block"];

async function see(at: (typeof pages)[number], options: VisitorOptions): Promise<Visitor> {
  const visitor = await newVisitor({ reducedMotion: "reduce", ...options });
  if (at.trouble) visitor.expectTrouble(at.trouble);
  await visitor.page.goto(at.path);
  await at.ready(visitor.page);
  return visitor;
}

/** What sticks out at the end of a line, outside of frames that scroll by themselves. */
const stickingOut = (page: Page) =>
  page.evaluate((width) => {
    const scrolls = (element: Element): boolean =>
      element !== document.body &&
      (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) ||
        (element.parentElement !== null && scrolls(element.parentElement)));
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > width + 0.5 && !scrolls(element))
      .map((element) => element.outerHTML.slice(0, 120));
  }, phoneWidth);

const barTargets = (page: Page) =>
  page.locator(".vote-bar button:visible").evaluateAll((all) =>
    all.map((one) => {
      const { width, height } = one.getBoundingClientRect();
      return { text: one.textContent, width, height };
    }),
  );

describe.each(pages)("the page $name", (at) => {
  it("has nothing for axe to find in light and in dark, and no error", async () => {
    const { page } = await see(at, { look: "light" });
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await axeFindings(page, whatColoursChange)).toEqual([]);
  });

  it("fits a phone: nothing for axe to find, nothing sticks out, no sideways scrolling", async () => {
    const { page } = await see(at, { look: "phone" });
    expect(await axeFindings(page)).toEqual([]);
    expect(await stickingOut(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phoneWidth);
    for (const tab of await page.locator("nav [aria-current=page]").all())
      expect(await tab.evaluate((one) => one.getBoundingClientRect().right)).toBeLessThan(phoneWidth + 1);
    for (const target of await barTargets(page))
      expect(Math.min(target.width, target.height), target.text ?? "").toBeGreaterThanOrEqual(leastTarget);
  });
});
