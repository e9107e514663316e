import type { BallotClaims } from "@agon/arena";
import type { Context } from "hono";
import { openBallot, sealBallot } from "../ballots/token.ts";
import { payerOf, voterHash, voterOf, voterOfCookie } from "../ballots/voter.ts";
import { readBattle } from "../content/battle.ts";
import { refereeOf } from "../http/arenas.ts";
import type { Handler } from "../http/bind.ts";
import type { AppEnv } from "../http/context.ts";
import { must, refuse } from "../http/problem.ts";
import { tournamentNumber } from "../http/tournaments.ts";

export const issueBallot: Handler<"issueBallot"> = async ({ c, arena, query }) => {
  const payer = c.env.AGON_LIMITS === "off" ? null : await payerOf(c, arena.id);
  const voter = await voterHash(c.env.AGON_SECRET, arena.id, await voterOf(c));
  const wish = {
    voter,
    k: query.k ?? null,
    mode: query.mode ?? null,
    criterion: query.criterion ?? null,
    category: query.category ?? null,
    tournament: query.tournament === undefined ? null : tournamentNumber(query.tournament, arena.slug),
  };
  const { claims, quota } = must(await arena.referee.issue(wish, payer));
  if (quota) {
    c.header("ratelimit-policy", `"ballots";q=${quota.limit};w=86400`);
    c.header("ratelimit", `"ballots";r=${Math.max(0, quota.limit - quota.used)};t=${quota.resetS}`);
  }
  const [battle, token] = await Promise.all([
    readBattle(c.env.DB, arena, claims),
    sealBallot(c.env.AGON_SECRET, claims),
  ]);
  return c.json(
    {
      id: claims.id,
      token,
      mode: claims.mode,
      criterion: claims.criterion,
      instruction: battle.instruction,
      prompt: battle.prompt,
      outputs: battle.outputs,
      tournament: claims.battle
        ? { id: `${arena.slug}.${claims.battle.tournament}`, match: claims.battle.match }
        : null,
      expires_at: new Date(claims.expiresAt).toISOString(),
    },
    201,
  );
};

/** Opens the token and refuses a caster whose cookie is another voter's. */
async function claimsOf(c: Context<AppEnv>, ballot: string, token: string): Promise<BallotClaims> {
  const claims = await openBallot(c.env.AGON_SECRET, token, ballot);
  const voter = await voterOfCookie(c);
  if (voter !== null && (await voterHash(c.env.AGON_SECRET, claims.arena, voter)) !== claims.voter) {
    throw refuse("ballot_foreign", "This ballot was given to another voter; ask for one of your own.");
  }
  return claims;
}

export const castBallot: Handler<"castBallot"> = async ({ c, body, param }) => {
  const claims = await claimsOf(c, param("ballot"), body.token);
  const text = must(await refereeOf(c.env, claims.arena).cast(claims, body));
  return c.body(text, 201, { "content-type": "application/json" });
};

export const withdrawBallot: Handler<"withdrawBallot"> = async ({ c, body, query, param }) => {
  const token = body.token ?? query.token;
  if (token === undefined) {
    throw refuse("schema_invalid", "Send the ballot's token to take its vote back.", {
      errors: [{ pointer: "/token", detail: "is missing" }],
    });
  }
  const claims = await claimsOf(c, param("ballot"), token);
  return c.json(must(await refereeOf(c.env, claims.arena).withdraw(claims)), 200);
};
