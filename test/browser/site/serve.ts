// What every browser test looks at: one site and one Chromium, which end with the run.
import type { TestProject } from "vitest/node";
import { launchChromium } from "../visitor/chromium.ts";
import { servedSite } from "./served-site.ts";

export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...site } = await servedSite();
  const chromium = await launchChromium().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  project.provide("site", site);
  project.provide("chromium", chromium.wsEndpoint());
  return async () => {
    await chromium.close();
    await stop();
  };
}
