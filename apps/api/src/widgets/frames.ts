// `/embed/v1/{leaderboard|bracket|match}/{id}`: whole documents for `<iframe>`, by the API itself. A failure is a
// document too, because a reader of somebody's page sees it.
import { type Arena, errorCodes, type FrameQuery, frameQuery } from "@agon/contract";
import type { Context } from "hono";
import { html } from "hono/html";
import { readMatchDetail } from "../content/match.ts";
import { type ArenaRef, arenaOf } from "../http/arenas.ts";
import type { AppEnv } from "../http/context.ts";
import { must, Refusal, refuse } from "../http/problem.ts";
import { tournamentOf } from "../http/tournaments.ts";
import { boardOf, plainBoard } from "../routes/leaderboard.ts";
import { boardFrame } from "./board-frame.ts";
import { bracketFrame } from "./bracket-frame.ts";
import { isSeen, keepWidget } from "./caching.ts";
import { type FrameContent, frameDocument } from "./frame-document.ts";
import { matchFrame } from "./match-frame.ts";
import { readParameters } from "./parameters.ts";
import { wordsOf } from "./words.ts";

/** What a frame is made of, once the reader is known not to have it. */
interface Source {
  readonly arena: ArenaRef;
  readonly content: (arena: Arena, seq: number) => Promise<FrameContent>;
}

type Kind = (c: Context<AppEnv>, id: string, query: FrameQuery, origin: string) => Promise<Source>;

const leaderboard: Kind = async (c, id, query, origin) => {
  const arena = await arenaOf(c.env, id);
  return {
    arena,
    content: async (view, seq) =>
      boardFrame(view, await boardOf(c.env.DB, arena, plainBoard, seq), query, origin),
  };
};

const bracket: Kind = async (c, id, query, origin) => {
  const { arena, number } = await tournamentOf(c.env, id);
  return {
    arena,
    content: async () => bracketFrame(must(await arena.referee.tournament(number, null)), query, origin),
  };
};

/** A match is named `{tournament}:{match}`. */
const match: Kind = async (c, id, query, origin) => {
  const [tournamentId = "", matchId = ""] = id.split(/:(.*)/s);
  const { arena, number } = await tournamentOf(c.env, tournamentId);
  return {
    arena,
    content: async (view) => {
      const found = must(await arena.referee.match(number, matchId));
      const detail = await readMatchDetail(c.env.DB, arena, number, found);
      const whole = must(await arena.referee.tournament(number, found.match.group));
      return matchFrame({ arena: view, match: detail, tournament: whole }, query, origin);
    },
  };
};

const kinds: Record<string, Kind> = { leaderboard, bracket, match };

async function frame(c: Context<AppEnv>): Promise<Response> {
  const kind = kinds[c.req.param("kind") ?? ""];
  if (kind === undefined)
    throw refuse("not_found", "There are frames of a leaderboard, a bracket and a match.");
  const id = c.req.param("id") ?? "";
  const query = readParameters(c.req.raw, frameQuery);
  const { arena, content } = await kind(c, id, query, new URL(c.req.url).origin);
  const view = await arena.referee.arena();
  if (view === null) throw refuse("arena_unknown", `There is no arena "${arena.slug}".`);
  if (await isSeen(c, arena, view.seq)) return c.body(null, 304);
  const { text, policy } = await frameDocument(id, await content(view, view.seq), query, view.embed_origins);
  c.header("content-security-policy", policy);
  c.header("referrer-policy", "strict-origin-when-cross-origin");
  return c.html(text);
}

const errorQuery = frameQuery.parse({});

/** The failure as a document of the same look. What broke on our side goes the common way. */
async function failed(c: Context<AppEnv>, error: unknown): Promise<Response> {
  if (!(error instanceof Refusal)) throw error;
  const { code, detail } = error.failure;
  const [status, title] = errorCodes[code];
  const { origin } = new URL(c.req.url);
  const body = html`<article><h1>${wordsOf("en").missing}</h1><p>${detail}</p><p><a href="${origin}/" target="_blank" rel="noopener">${wordsOf("en").visit}</a></p></article>`;
  const document = await frameDocument("", { title, body }, { ...errorQuery, live: "0" }, ["*"]);
  keepWidget(c);
  c.header("content-security-policy", document.policy);
  return c.html(document.text, status);
}

export const framePage = (c: Context<AppEnv>): Promise<Response> =>
  frame(c).catch((error: unknown) => failed(c, error));
