import type { BracketState } from "./bracket/state.ts";
import type { LeagueState } from "./league/state.ts";
import type { PlacementState } from "./placement/state.ts";
import type { PoolState } from "./pool/state.ts";
import type { SortState } from "./sort/state.ts";

/**
 * All a running tournament is, as plain JSON: it can be stored and read back at any point. Transitions never
 * change it; they share what stays the same.
 */
export type ScheduleState = BracketState | LeagueState | PoolState | SortState | PlacementState;
