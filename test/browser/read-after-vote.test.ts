// What a voter sees who casts a vote and then looks around: plain requests for pages that were kept long before.
import { setTimeout as sleep } from "node:timers/promises";
import type { Arena, CastAnswer } from "@agon/contract";
import { beforeAll, describe, expect, it } from "vitest";
import { contestants, makeArena } from "./site/arenas.ts";
import { operator, site } from "./site/provided.ts";
import { voteElsewhere } from "./site/votes.ts";

const withinMs = 2_000;
const models = contestants.slice(0, 4);
let arena = "";
let tournament = "";

beforeAll(async () => {
  arena = await makeArena({ name: "afterwards", models, prompts: 1 });
  const setup = { format: "single-elimination", judge: "human" } as const;
  ({ id: tournament } = await operator.createTournament(arena, setup));
});

/** The words of a page, without what React puts between them. */
async function textOf(path: string): Promise<string> {
  const response = await fetch(site.url + path);
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  const html = await response.text();
  const body = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  return body
    .replaceAll("<!-- -->", "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&gt;", ">")
    .replaceAll(/\s+/g, " ");
}

interface AfterVote {
  readonly arena: Arena;
  readonly answer: CastAnswer;
  readonly match: string;
}

const firstOf = ({ answer }: AfterVote) => answer.reveal[0]?.model.name ?? "";

/** Pages and what has to stand on each after a vote. */
const pages: readonly {
  name: string;
  path: (vote: AfterVote) => string;
  shows: (vote: AfterVote) => RegExp;
}[] = [
  {
    name: "home",
    path: () => "/",
    shows: ({ arena }) => new RegExp(`${arena.title} .*? · 4 models · ${arena.votes} votes?`),
  },
  {
    name: "leaderboard",
    path: ({ arena }) => `/a/${arena.slug}`,
    shows: ({ arena }) => new RegExp(` ${arena.votes} counted votes? `),
  },
  {
    name: "model",
    path: ({ arena, answer }) => `/a/${arena.slug}/m/${answer.reveal[0]?.model.slug}`,
    shows: (vote) => new RegExp(`1 won, 0 tied, 0 lost against ${vote.answer.reveal[1]?.model.name}`),
  },
  {
    name: "models",
    path: ({ arena }) => `/a/${arena.slug}/models`,
    shows: (vote) => new RegExp(`${firstOf(vote)} .*?Made for a test .*? 1 `),
  },
  {
    name: "tournament",
    path: () => `/t/${tournament}`,
    shows: (vote) => new RegExp(`${firstOf(vote)} beat|1 of 3 matches decided`),
  },
  {
    name: "tournaments",
    path: ({ arena }) => `/a/${arena.slug}/tournaments`,
    shows: () => /1 of 3 matches decided/,
  },
  {
    name: "match",
    path: ({ match }) => `/t/${tournament}/m/${encodeURIComponent(match)}`,
    shows: (vote) => new RegExp(`${firstOf(vote)} > ${vote.answer.reveal[1]?.model.name}`),
  },
];

describe("a page fetched again after an acknowledged vote", () => {
  let vote: AfterVote;
  const seenAfterMs = new Map<string, number>();

  beforeAll(async () => {
    const { brackets } = await operator.tournament(tournament);
    const matches = brackets.flatMap(({ rounds }) => rounds.flatMap((round) => round.matches));
    const model = (name: string | undefined) => models.find((one) => one === name)?.toLowerCase();
    const old = ["/", `/a/${arena}`, `/a/${arena}/models`, `/t/${tournament}`, `/a/${arena}/tournaments`];
    const ofModels = models.map((name) => `/a/${arena}/m/${model(name)}`);
    const ofMatches = matches.map(({ id }) => `/t/${tournament}/m/${encodeURIComponent(id)}`);
    await Promise.all([...old, ...ofModels, ...ofMatches].map(textOf));
    await sleep(3 * withinMs);
    const { ballot, answer } = await voteElsewhere(site, arena, tournament);
    const castMs = Date.now();
    vote = { arena: await operator.arena(arena), answer, match: ballot.tournament?.match ?? "" };
    await Promise.all(
      pages.map(async ({ name, path, shows }) => {
        while (Date.now() < castMs + 10 * withinMs) {
          if (shows(vote).test(await textOf(path(vote))))
            return void seenAfterMs.set(name, Date.now() - castMs);
        }
      }),
    );
  });

  it("counts one vote, of the tournament's first match", () => {
    expect(vote.arena.votes).toBe(1);
    expect(vote.answer.counted).toBe(true);
  });

  it.each(pages)("shows it within 2 s: $name", ({ name }) => {
    expect(seenAfterMs.get(name), "milliseconds after the answer").toBeLessThanOrEqual(withinMs);
  });
});
