import { type BrowserServer, chromium } from "playwright-core";

const flags = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];

/** The browser that `npm test` found, else the system's. */
export const launchChromium = (): Promise<BrowserServer> =>
  chromium.launchServer({
    executablePath: process.env.AGON_CHROMIUM ?? "/usr/bin/chromium",
    args: flags,
  });
