import { database, listModels } from "@agon/db";
import { forgetVoterOf, voterHash, voterOfCookie } from "../ballots/voter.ts";
import { readVerdictsOf } from "../content/verdicts.ts";
import { ownBoard } from "../folds/own-board.ts";
import type { Handler } from "../http/bind.ts";

const mostVotes = 1_000;

export const readOwnVotes: Handler<"readOwnVotes"> = async ({ c, arena }) => {
  const voter = await voterOfCookie(c);
  const hash = voter === null ? null : await voterHash(c.env.AGON_SECRET, arena.id, voter);
  const votes = hash === null ? [] : await readVerdictsOf(c.env.DB, arena, hash, mostVotes);
  const known = votes.length === 0 ? [] : await listModels(database(c.env.DB), arena.id);
  const names = new Map(known.map(({ slug, name }) => [slug, name]));
  const nameOf = (slug: string): string => names.get(slug) ?? slug;
  const slugs = [...new Set(votes.flatMap(({ slots }) => slots.map(({ model }) => model)))];
  const models = slugs.map((slug) => ({ slug, name: nameOf(slug) }));
  return c.json({ votes, models, ...ownBoard(votes, nameOf) }, 200);
};

export const forgetVoter: Handler<"forgetVoter"> = async ({ c }) => {
  forgetVoterOf(c);
  return c.json({ forgotten: true }, 200);
};
