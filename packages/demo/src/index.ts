import { generativeArt } from "./art/arena.ts";
import type { DemoArena } from "./demo-arena.ts";
import { summaries } from "./summaries/arena.ts";

export type { DemoArena, DemoCriterion, DemoModel, DemoOutput, DemoPrompt } from "./demo-arena.ts";

/** The arenas a new installation starts with. */
export const demoArenas: readonly DemoArena[] = [generativeArt, summaries];
