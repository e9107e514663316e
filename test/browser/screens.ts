// Pictures of every page, to look at: `node test/browser/screens.ts DIR` starts a site with the demo arenas and writes
// DIR/PAGE-LOOK.png for light, dark and a phone of 390 px. AGON_TEST_STATE names the state folder of a running one.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "playwright-core";
import { sitePages } from "./site/pages.ts";
import { servedSite } from "./site/served-site.ts";
import { launchChromium } from "./visitor/chromium.ts";
import { lookOptions, looks } from "./visitor/looks.ts";

/** Names glide to their places and bars grow; a picture is taken of what comes after. */
const settleMs = 1_000;

const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: node test/browser/screens.ts DIR");
mkdirSync(folder, { recursive: true });

const { stop, ...site } = await servedSite();
const server = await launchChromium();
const browser = await chromium.connect(server.wsEndpoint());
try {
  for (const at of await sitePages(site)) {
    for (const look of looks) {
      const context = await browser.newContext({ baseURL: site.url, locale: "en-GB", ...lookOptions[look] });
      const page = await context.newPage();
      await page.goto(at.path);
      await at.ready(page);
      await sleep(settleMs);
      const file = path.join(folder, `${at.name.replaceAll(/[^a-z]+/g, "-")}-${look}.png`);
      await page.screenshot({ path: file, fullPage: true });
      console.log(file);
      await context.close();
    }
  }
} finally {
  await browser.close();
  await server.close();
  await stop();
}
