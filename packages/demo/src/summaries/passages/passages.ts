import { crafts } from "./crafts.ts";
import { dailyLife } from "./daily-life.ts";
import { engineering } from "./engineering.ts";
import { ideas } from "./ideas.ts";
import { naturalHistory } from "./natural-history.ts";
import type { Passage } from "./passage.ts";

/** Every passage of the arena. */
export const passages: readonly Passage[] = [
  ...naturalHistory,
  ...crafts,
  ...engineering,
  ...ideas,
  ...dailyLife,
];
