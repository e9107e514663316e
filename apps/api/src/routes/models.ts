import type { ModelProfile } from "@agon/contract";
import { database, listOutputsOfModel } from "@agon/db";
import type { Handler } from "../http/bind.ts";
import { notModified } from "../http/etag.ts";
import { refuse } from "../http/problem.ts";
import { modelsOf } from "./catalogue.ts";
import { boardOf, plainBoard } from "./leaderboard.ts";

export const readModel: Handler<"readModel"> = async ({ c, arena, param }) => {
  const slug = param("model");
  const model = (await modelsOf(c.env.DB, arena)).find((one) => one.slug === slug);
  if (model === undefined)
    throw refuse("model_unknown", `There is no model "${slug.slice(0, 80)}" in this arena.`);
  const seq = await arena.referee.seq();
  if (notModified(c, `${arena.id}.${seq}.${slug}`)) return c.body(null, 304);
  const [board, outputs] = await Promise.all([
    boardOf(c.env.DB, arena, plainBoard, seq),
    listOutputsOfModel(database(c.env.DB), arena.id, slug),
  ]);
  const row = board.models.find((one) => one.model.slug === slug);
  if (row === undefined) throw new Error(`the board lacks the model ${slug}`);
  const ref = { slug: model.slug, name: model.name };
  const profile: ModelProfile = {
    arena: arena.slug,
    seq: board.seq,
    model,
    board: row,
    head_to_head: headToHead(board, slug),
    outputs: outputs.map((output) => ({ ...output, model: ref })),
  };
  return c.json(profile, 200);
};

/** The record against every opponent met, most battles first. */
function headToHead(board: Awaited<ReturnType<typeof boardOf>>, slug: string): ModelProfile["head_to_head"] {
  const { models, wins, ties } = board.matrix;
  const own = models.indexOf(slug);
  const rows = board.models.flatMap(({ model, rating }, other) => {
    const [won, lost, level] = [wins[own]?.[other] ?? 0, wins[other]?.[own] ?? 0, ties[own]?.[other] ?? 0];
    if (other === own || won + lost + level === 0) return [];
    return [{ model: { slug: model.slug, name: model.name }, wins: won, losses: lost, ties: level, rating }];
  });
  const battles = (row: (typeof rows)[number]) => row.wins + row.losses + row.ties;
  return rows.sort((a, b) => battles(b) - battles(a));
}
