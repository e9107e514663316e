import type { TournamentWish } from "@agon/arena";
import type { LlmDefinition, newTournament } from "@agon/contract";
import type { z } from "@hono/zod-openapi";
import { withPromptText } from "../content/bracket.ts";
import { readMatchDetail } from "../content/match.ts";
import { sha256Hex } from "../hash.ts";
import type { Handler } from "../http/bind.ts";
import { notModified } from "../http/etag.ts";
import { type Paging, pageOf } from "../http/paging.ts";
import { must } from "../http/problem.ts";
import { tournamentOf } from "../http/tournaments.ts";
import { requireSecret } from "../judging/secrets.ts";

export const listTournaments: Handler<"listTournaments"> = async ({ c, arena, query }) => {
  const all = await arena.referee.tournaments();
  return c.json(pageOf(c, all.reverse(), query as Paging), 200);
};

type TournamentBody = z.output<typeof newTournament>;

/** What a judge is made of that was described on the spot: the same description is the same judge. */
async function inlineJudge(
  judge: Extract<TournamentBody["judge"], { model: string }>,
): Promise<LlmDefinition> {
  const { slug, ...rest } = judge;
  if (slug !== undefined) return { ...rest, slug };
  const name = judge.model
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 60);
  const hash = (await sha256Hex(JSON.stringify(rest))).slice(0, 6);
  return { ...rest, slug: `${name === "" ? "judge" : name}-${hash}` };
}

interface Named {
  readonly spec: TournamentWish["judge"];
  /** A judge that has to be made first. */
  readonly inline: LlmDefinition | null;
}

async function namedJudge(judge: TournamentBody["judge"]): Promise<Named> {
  if (judge === "score") return { spec: { kind: "rule", rule: "score" }, inline: null };
  if (judge === "human") return { spec: { kind: "human" }, inline: null };
  if (!("model" in judge)) return { spec: judge, inline: null };
  const inline = await inlineJudge(judge);
  return { spec: { kind: "llm", judge: inline.slug }, inline };
}

/** A seed for those who did not give one: published with the tournament, so that its draw can be repeated. */
const drawSeed = (): string => crypto.randomUUID().slice(0, 8);

export async function tournamentWish(
  body: TournamentBody,
): Promise<{ wish: TournamentWish; inline: LlmDefinition | null }> {
  const { spec, inline } = await namedJudge(body.judge);
  const wish: TournamentWish = {
    title: body.title ?? null,
    format: body.format,
    criterion: body.criterion ?? null,
    judge: spec,
    seed: String(body.seed ?? drawSeed()),
    paceMs: body.pace_ms,
    models: body.models ?? null,
    prompts: body.prompts ?? null,
    options: body.options,
    start: body.start,
  };
  return { wish, inline };
}

export const createTournament: Handler<"createTournament"> = async ({ c, arena, body }) => {
  const { wish, inline } = await tournamentWish(body);
  if (inline !== null) {
    requireSecret(c.env, inline.key_secret);
    must(await arena.referee.addJudge(inline));
  }
  const tournament = must(await arena.referee.createTournament(wish));
  c.header("location", `/v1/tournaments/${tournament.id}`);
  return c.json(tournament, 201);
};

export const readTournament: Handler<"readTournament"> = async ({ c, param, query }) => {
  const { arena, number } = await tournamentOf(c.env, param("tournament"));
  const view = must(await arena.referee.tournament(number, query.group ?? null));
  const tag = `${view.id}.${view.updated_seq}.${encodeURIComponent(query.group ?? "")}`;
  return notModified(c, tag)
    ? c.body(null, 304)
    : c.json(await withPromptText(c.env.DB, arena.id, view), 200);
};

export const changeTournament: Handler<"changeTournament"> = async ({ c, param, body }) => {
  const { arena, number } = await tournamentOf(c.env, param("tournament"));
  return c.json(must(await arena.referee.changeTournament(number, body)), 200);
};

export const cancelTournament: Handler<"cancelTournament"> = async ({ c, param }) => {
  const { arena, number } = await tournamentOf(c.env, param("tournament"));
  const changed = await arena.referee.changeTournament(number, { status: "cancelled" });
  return c.json(must(changed), 200);
};

export const readMatch: Handler<"readMatch"> = async ({ c, param }) => {
  const { arena, number } = await tournamentOf(c.env, param("tournament"));
  const found = must(await arena.referee.match(number, param("match")));
  return c.json(await readMatchDetail(c.env.DB, arena, number, found), 200);
};

export const ruleMatch: Handler<"ruleMatch"> = async ({ c, param, body }) => {
  const { arena, number } = await tournamentOf(c.env, param("tournament"));
  const found = must(await arena.referee.rule(number, param("match"), body));
  return c.json(await readMatchDetail(c.env.DB, arena, number, found), 200);
};

export const previewRuling: Handler<"previewRuling"> = async ({ c, param, body }) => {
  const { arena, number } = await tournamentOf(c.env, param("tournament"));
  return c.json(must(await arena.referee.previewRuling(number, param("match"), body)), 200);
};
