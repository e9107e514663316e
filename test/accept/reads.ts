// Reading right after an acknowledged vote: the API at once, every page within two seconds.

import { setTimeout as sleep } from "node:timers/promises";
import type { CastAnswer } from "@agon/contract";
import type { AcceptContext, AcceptRow, RunningStart } from "@agon/launch";
import { apiOf, strangerOf } from "./support/agon.ts";

const arena = "generative-art";
const apiVotes = 50;
const pageVotes = 5;
const limitMs = 2_000;
const giveUpMs = 10 * limitMs;
/** Longer than any page is fresh by its age alone. */
const quietMs = 3_000;

let running: RunningStart | null = null;
async function site(context: AcceptContext): Promise<RunningStart> {
  running ??= await context.start();
  return running;
}

async function vote(at: RunningStart): Promise<CastAnswer> {
  const voter = strangerOf(at);
  const { id, token, outputs } = await voter.issueBallot(arena);
  return voter.cast(id, { token, ranks: outputs.map((_, slot) => slot + 1) });
}

async function onTheApi(context: AcceptContext) {
  const at = await site(context);
  const api = apiOf(at);
  let shown = 0;
  for (let cast = 0; cast < apiVotes; cast += 1) {
    const seq = (await vote(at)).verdict?.seq ?? Number.NaN;
    const [board, log, { votes }] = await Promise.all([
      api.leaderboard(arena),
      api.verdicts(arena, { limit: 1_000 }),
      api.arena(arena),
    ]);
    const isThere = board.seq >= seq && log.data.at(-1)?.seq === seq;
    if (isThere && votes === cast + 1 && board.votes === cast + 1) shown += 1;
  }
  return { ok: shown === apiVotes, figure: `${shown} of ${apiVotes} votes shown by the next read` };
}

/** The words of a page, numbers without their grouping. */
async function textOf(url: string): Promise<string> {
  const html = await (await fetch(url)).text();
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  const words = main.replaceAll("<!-- -->", "").replaceAll(/<[^>]+>/g, " ");
  return words.replaceAll(/\s+/g, " ").replaceAll(/(\d),(\d{3})/g, "$1$2");
}

/** Milliseconds from the answer to the first reading of a page that has these words. */
async function shownAfterMs(url: string, words: string, castMs: number): Promise<number> {
  while (Date.now() < castMs + giveUpMs) {
    if ((await textOf(url)).includes(words)) return Date.now() - castMs;
    await sleep(20);
  }
  return Number.POSITIVE_INFINITY;
}

async function onEveryPage(context: AcceptContext) {
  const at = await site(context);
  const api = apiOf(at);
  const home = at.url;
  const board = `${at.url}/a/${arena}`;
  let slowestMs = 0;
  for (let cast = 0; cast < pageVotes; cast += 1) {
    const { data: models } = await api.models(arena);
    await Promise.all([home, board, ...models.map(({ slug }) => `${board}/m/${slug}`)].map(textOf));
    await sleep(quietMs);
    const [winner] = (await vote(at)).reveal;
    const castMs = Date.now();
    const { votes } = await api.arena(arena);
    const profile = await api.model(arena, winner?.model.slug ?? "");
    const { wins, losses, ties } = profile.board;
    const times = await Promise.all([
      shownAfterMs(home, `${votes} votes`, castMs),
      shownAfterMs(board, `${votes} counted votes`, castMs),
      shownAfterMs(`${board}/m/${winner?.model.slug}`, `${wins} won, ${losses} lost, ${ties} tied`, castMs),
    ]);
    slowestMs = Math.max(slowestMs, ...times);
  }
  return {
    ok: slowestMs <= limitMs,
    figure: `the slowest of ${pageVotes} times home, board and model showed it after ${slowestMs} ms`,
  };
}

export const rows: AcceptRow[] = [
  { title: "a read right after an acknowledged vote shows it on the API", run: onTheApi },
  { title: "and within 2 s on every page, also on pages kept from before", run: onEveryPage },
];
