import type { ExportKind } from "../table.ts";
import { models, outputs, prompts } from "./catalogue.ts";
import { leaderboard } from "./leaderboard.ts";
import { pairs, pointwise, rankings } from "./preferences.ts";
import { softLabels } from "./soft-labels.ts";
import { verdicts } from "./verdicts.ts";

/** Everything that can be taken out as a table, by its name on the command line. */
export const exportKinds = {
  verdicts,
  leaderboard,
  outputs,
  models,
  prompts,
  pairs,
  rankings,
  "soft-labels": softLabels,
  pointwise,
} as const satisfies Record<string, ExportKind>;

export type ExportName = keyof typeof exportKinds;
