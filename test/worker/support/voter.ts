// People who vote: they ask for ballots and cast them, and a browser keeps their cookie.
import type { Ballot, CastAnswer } from "@agon/contract";
import { expect } from "vitest";
import { type Answer, call, read } from "./api.ts";

/** What a person says of a ballot; `token` comes from the ballot. */
export type Words =
  | { readonly ranks: readonly unknown[] }
  | { readonly best: unknown }
  | { readonly outcome: unknown }
  | { readonly skip: true };

/** A ballot with the cookie of the voter it was given to. */
export interface Drawn extends Ballot {
  readonly cookie: string;
}

const cookieIn = (answer: Answer): string | undefined => answer.headers.get("set-cookie")?.split(";")[0];

export const askForBallot = (arena: string, query = "", cookie?: string): Promise<Answer> =>
  call("POST", `/v1/arenas/${arena}/ballots${query}`, cookie === undefined ? {} : { headers: { cookie } });

/** A ballot of a new voter, or of the one whose cookie is given. */
export async function drawBallot(arena: string, query = "", cookie?: string): Promise<Drawn> {
  const answer = await askForBallot(arena, query, cookie);
  expect(answer.status, answer.text).toBe(201);
  return { ...read<Ballot>(answer), cookie: cookie ?? cookieIn(answer) ?? "" };
}

export const castBallot = (
  { id, token }: Pick<Drawn, "id" | "token">,
  words: Words,
  headers: Record<string, string> = {},
): Promise<Answer> => call("POST", `/v1/ballots/${id}`, { json: { token, ...words }, headers });

/** Casts a ballot that must be taken. */
export async function vote(ballot: Drawn, words: Words): Promise<CastAnswer> {
  const answer = await castBallot(ballot, words);
  expect(answer.status, answer.text).toBe(201);
  return read<CastAnswer>(answer);
}

export const withdraw = ({ id, token }: Pick<Drawn, "id" | "token">): Promise<Answer> =>
  call("DELETE", `/v1/ballots/${id}`, { json: { token } });

/** Draws and casts `count` ballots one after another; gives the answers. */
export async function voteOften(arena: string, count: number, words: Words): Promise<CastAnswer[]> {
  const answers: CastAnswer[] = [];
  for (let at = 0; at < count; at++) answers.push(await vote(await drawBallot(arena), words));
  return answers;
}
