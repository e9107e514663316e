import { z } from "@hono/zod-openapi";
import { modelRef, timestamp } from "./common.ts";

export const ballotMode = z.enum(["duel", "rank", "best"]);
export type BallotMode = z.infer<typeof ballotMode>;

export const newBallot = z
  .strictObject({
    /** The previous ballot of this voter, so that the same battle does not come twice in a row. */
    after: z.string().max(200).optional(),
  })
  .openapi("NewBallot");

export const ballot = z
  .object({
    id: z.string(),
    token: z.string(),
    mode: ballotMode,
    criterion: z.string(),
    instruction: z.string(),
    prompt: z.object({ slug: z.string(), text: z.string() }),
    outputs: z.array(
      z.object({ slot: z.int(), content: z.string().nullable(), media_url: z.string().nullable() }),
    ),
    /** The tournament match this ballot decides, if any: `{id, match}`. */
    tournament: z.object({ id: z.string(), match: z.string() }).nullable(),
    expires_at: timestamp,
  })
  .openapi("Ballot");
export type Ballot = z.infer<typeof ballot>;

const token = z.string().min(1).max(4_000);

/** Lower is better, equal is a tie; only the order matters. */
const ranks = z.array(z.int().min(1).max(1_000)).min(1).max(8);

export const cast = z
  .union([
    z.strictObject({ token, ranks }),
    z.strictObject({ token, best: z.int().min(0).max(7) }),
    z.strictObject({ token, outcome: z.enum(["a", "b", "tie", "both_bad"]) }),
    z.strictObject({ token, skip: z.literal(true) }),
  ])
  .openapi("Cast");
export type Cast = z.infer<typeof cast>;

export const castAnswer = z
  .object({
    /** Null after a skip, which is not a vote. */
    verdict: z
      .object({ id: z.string(), seq: z.int(), ranks: z.array(z.int()), flags: z.array(z.string()) })
      .nullable(),
    reveal: z.array(
      z.object({
        slot: z.int(),
        model: modelRef,
        rating: z.number().nullable(),
        change: z.number().nullable(),
      }),
    ),
    counted: z.boolean(),
    /** The vote can be withdrawn until then. */
    undo_until: timestamp.nullable(),
  })
  .openapi("CastAnswer");
export type CastAnswer = z.infer<typeof castAnswer>;

export const withdrawal = z.strictObject({ token }).openapi("Withdrawal");
export const withdrawalAnswer = z
  .object({ withdrawn: z.literal(true), seq: z.int() })
  .openapi("WithdrawalAnswer");
export type WithdrawalAnswer = z.infer<typeof withdrawalAnswer>;
