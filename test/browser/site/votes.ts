import type { Ballot, CastAnswer } from "@agon/contract";
import { type RunningSite, strangerOf } from "./running-site.ts";

export interface VoteCast {
  readonly ballot: Ballot;
  readonly answer: CastAnswer;
}

/** Somebody without a page draws a battle and ranks its outputs in the order shown. */
export async function voteElsewhere(
  site: RunningSite,
  arena: string,
  tournament?: string,
): Promise<VoteCast> {
  const stranger = strangerOf(site);
  const ballot = await stranger.issueBallot(arena, tournament === undefined ? {} : { tournament });
  const ranks = ballot.outputs.map((_, slot) => slot + 1);
  return { ballot, answer: await stranger.cast(ballot.id, { token: ballot.token, ranks }) };
}

export async function voteManyTimes(site: RunningSite, arena: string, times: number): Promise<void> {
  for (let cast = 0; cast < times; cast += 1) await voteElsewhere(site, arena);
}
