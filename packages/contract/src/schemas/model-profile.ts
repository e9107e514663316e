import { z } from "@hono/zod-openapi";
import { model } from "./arena.ts";
import { modelRef } from "./common.ts";
import { boardRow } from "./leaderboard.ts";
import { output } from "./output.ts";

/** A model's page: its row of the board, its record against every opponent, its outputs. */
export const modelProfile = z
  .object({
    arena: z.string(),
    seq: z.int(),
    model,
    board: boardRow,
    head_to_head: z.array(
      z.object({
        model: modelRef,
        wins: z.number(),
        losses: z.number(),
        ties: z.number(),
        rating: z.number().nullable(),
      }),
    ),
    outputs: z.array(output.extend({ prompt_text: z.string() })),
  })
  .openapi("ModelProfile");
export type ModelProfile = z.infer<typeof modelProfile>;
