// What the set-up of the run hands to every test file.
import { inject } from "vitest";
import { operatorOf, type RunningSite } from "./running-site.ts";

declare module "vitest" {
  interface ProvidedContext {
    site: RunningSite;
    /** Where the shared Chromium listens. */
    chromium: string;
  }
}

export const site = inject("site");

export const operator = operatorOf(site);
