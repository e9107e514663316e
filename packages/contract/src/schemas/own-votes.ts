import { z } from "@hono/zod-openapi";
import { modelRef } from "./common.ts";
import { verdict } from "./verdict.ts";

/** Votes of one voter that an own board needs. */
export const ownBoardVotes = 4;

export const ownVotes = z
  .object({
    /** Newest first, at most 1,000. */
    votes: z.array(verdict),
    /** Every model that stands in one of the votes. */
    models: z.array(modelRef),
    /** Best first; null while there are too few counted votes. */
    board: z
      .array(
        z.object({
          model: modelRef,
          battles: z.int(),
          /** Share of the battles' pairs that were won, a tie half. */
          points: z.number(),
          /** (points + 2 mean) / (battles + 2), so that one vote does not make a 100 %. */
          win_rate: z.number(),
        }),
      )
      .nullable(),
    /** Counted votes until there is a board; 0 when there is one. */
    needed: z.int(),
  })
  .openapi("OwnVotes");
export type OwnVotes = z.infer<typeof ownVotes>;

export const forgotten = z.object({ forgotten: z.literal(true) }).openapi("Forgotten");
