// Somebody with a browser of their own: a context, a page, and an eye on everything that goes wrong in it.
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { afterAll, expect, inject, onTestFinished } from "vitest";
import { site } from "../site/provided.ts";
import { type Look, lookOptions } from "./looks.ts";

/** Nothing on a page takes so long, even on a busy machine; a test may wait longer by its own word. */
const patienceMs = 15_000;

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the console and of scripts, and requests to other origins. */
  readonly troubles: readonly string[];
  /** Trouble that the test causes on purpose; anything else fails it. */
  readonly expectTrouble: (pattern: RegExp) => void;
}

export interface VisitorOptions extends BrowserContextOptions {
  readonly look?: Look;
  /** Another server than the shared one. */
  readonly url?: string;
}

let connected: Promise<Browser> | null = null;

const browser = (): Promise<Browser> => {
  connected ??= chromium.connect(inject("chromium"));
  return connected;
};

afterAll(async () => {
  await (await connected)?.close();
  connected = null;
});

const isLocal = (address: string, origin: string): boolean =>
  address.startsWith(origin) || /^(?:data|blob|about):/.test(address);

function watch(page: Page, origin: string, troubles: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("request", (request) => {
    if (!isLocal(request.url(), origin)) troubles.push(`asked for ${request.url()}`);
  });
}

/** Opens a browser for the running test, and closes it after the test. */
export async function newVisitor(options: VisitorOptions = {}): Promise<Visitor> {
  const { look = "light", url = site.url, ...more } = options;
  const context = await (await browser()).newContext({
    baseURL: url,
    locale: "en-GB",
    timezoneId: "UTC",
    ...lookOptions[look],
    ...more,
  });
  context.setDefaultTimeout(patienceMs);
  const troubles: string[] = [];
  const expected: RegExp[] = [];
  context.on("page", (page) => watch(page, url, troubles));
  onTestFinished(async () => {
    for (const page of context.pages()) await page.unrouteAll({ behavior: "ignoreErrors" });
    await context.close();
    const unexpected = troubles.filter((text) => !expected.some((pattern) => pattern.test(text)));
    expect(unexpected, "trouble in the browser").toEqual([]);
  });
  const page = await context.newPage();
  return { page, context, troubles, expectTrouble: (pattern) => void expected.push(pattern) };
}
