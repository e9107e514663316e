import type { JudgeWork } from "@agon/contract";
import type { Bindings } from "../bindings.ts";
import type { ArenaRef } from "../http/arenas.ts";
import type { Handler } from "../http/bind.ts";
import { must } from "../http/problem.ts";
import { estimateOf } from "../judging/estimate.ts";
import { namedSecret, requireSecret } from "../judging/secrets.ts";
import { judgeDetail } from "../judging/stats.ts";
import { tournamentWish } from "./tournaments.ts";

export const listJudges: Handler<"listJudges"> = async ({ c, arena }) =>
  c.json({ data: await arena.referee.judges(), next_cursor: null }, 200);

export const addJudge: Handler<"addJudge"> = async ({ c, arena, body }) => {
  requireSecret(c.env, body.kind === "llm" ? body.key_secret : null);
  const judge = must(await arena.referee.addJudge(body));
  c.header("location", `/v1/arenas/${arena.slug}/judges/${judge.slug}`);
  return c.json(judge, 201);
};

export const readJudge: Handler<"readJudge"> = async ({ c, arena, param, query }) => {
  const judge = must(await arena.referee.judge(param("judge")));
  if (query.with !== undefined) must(await arena.referee.judge(query.with));
  return c.json(await judgeDetail(c.env.DB, arena, judge, query.with ?? null), 200);
};

export const changeJudge: Handler<"changeJudge"> = async ({ c, arena, param, body }) => {
  requireSecret(c.env, body.key_secret ?? null);
  return c.json(must(await arena.referee.changeJudge(param("judge"), body)), 200);
};

export const disableJudge: Handler<"disableJudge"> = async ({ c, arena, param }) =>
  c.json(must(await arena.referee.setJudgeStatus(param("judge"), "disabled")), 200);

export const stopJudge: Handler<"stopJudge"> = async ({ c, arena, param }) =>
  c.json(must(await arena.referee.setJudgeStatus(param("judge"), "stopped")), 200);

export const retryJudge: Handler<"retryJudge"> = async ({ c, arena, param }) => {
  must(await arena.referee.retryJudge(param("judge")));
  return c.json(await workOf(c.env, arena, param("judge")), 200);
};

export const readJudgeWork: Handler<"readJudgeWork"> = async ({ c, arena, param }) =>
  c.json(await workOf(c.env, arena, param("judge")), 200);

async function workOf(env: Bindings, arena: ArenaRef, slug: string): Promise<JudgeWork> {
  const work = must(await arena.referee.judgeWork(slug));
  return { ...work, key_present: work.key_secret === null || namedSecret(env, work.key_secret) !== null };
}

export const estimateTournament: Handler<"estimateTournament"> = async ({ c, arena, body }) => {
  const { wish, inline } = await tournamentWish(body);
  return c.json(await estimateOf(c.env.DB, arena, wish, inline), 200);
};
