import { z } from "@hono/zod-openapi";
import { arena } from "./arena.ts";
import { leaderboard } from "./leaderboard.ts";
import { match, tournament, tournamentSummary } from "./tournament.ts";
import { verdict } from "./verdict.ts";

/** What a verdict set in motion, so that a page can move without asking again. */
const consequences = z.object({
  verdict: verdict.optional(),
  /** Every match whose place, score or state changed. */
  matches: z.array(match).readonly(),
  tournament: tournamentSummary.optional(),
  /** Counted votes of the arena after this entry. */
  votes: z.int(),
});
export type Consequences = Readonly<z.infer<typeof consequences>>;

const envelope = <Type extends string, Data extends z.ZodType>(type: Type, data: Data) =>
  z
    .object({
      v: z.literal(1),
      seq: z.int(),
      /** The feed's seq before this one: a gap shows. Null in a snapshot. */
      prev: z.int().nullable(),
      type: z.literal(type),
      data,
    })
    .readonly();

/** Messages of `/live/arenas/{arena}` and `/live/tournaments/{id}`; one per log entry that concerns the feed. */
export const liveMessage = z
  .union([
    envelope(
      "snapshot",
      z.object({ arena, tournament: tournament.optional(), leaderboard: leaderboard.optional() }),
    ),
    envelope("verdict", consequences),
    envelope("match", consequences),
    envelope("tournament", consequences),
    envelope("arena", consequences.extend({ change: z.string() })),
  ])
  .openapi("LiveMessage");
export type LiveMessage = z.infer<typeof liveMessage>;
