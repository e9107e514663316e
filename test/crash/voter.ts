import { setTimeout as sleep } from "node:timers/promises";
import type { Ballot, CastAnswer } from "@agon/contract";

/** One ballot and everything its voter knows of it. */
export interface Vote {
  readonly ballot: string;
  readonly token: string;
  readonly ranks: readonly number[];
  /** The server's answer, once there is one. */
  answer: string | null;
  /** How often the ballot was sent before it was answered. */
  tries: number;
}

const retryMs = 25;

/** The answer, or null when the server is gone, going or coming: nothing was acknowledged then. */
async function ask(url: string, body: unknown): Promise<{ status: number; text: string } | null> {
  try {
    const init = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    };
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(20_000) });
    const text = await response.text();
    return response.status >= 500 ? null : { status: response.status, text };
  } catch {
    return null;
  }
}

const expectStatus = (answer: { status: number; text: string }, ...allowed: number[]) => {
  if (!allowed.includes(answer.status))
    throw new Error(`The server answered ${answer.status}: ${answer.text}`);
};

/** Sends a vote once. Whether it was answered. */
export async function cast(url: string, vote: Vote): Promise<boolean> {
  vote.tries += 1;
  const answer = await ask(`${url}/v1/ballots/${vote.ballot}`, { token: vote.token, ranks: vote.ranks });
  if (answer === null) return false;
  expectStatus(answer, 200, 201);
  vote.answer = answer.text;
  return true;
}

/** Repeats a vote that was answered. The new answer, or null. */
export async function castAgain(url: string, vote: Vote): Promise<string | null> {
  const answer = await ask(`${url}/v1/ballots/${vote.ballot}`, { token: vote.token, ranks: vote.ranks });
  return answer?.text ?? null;
}

/** The ranks the server says it stored. */
export const storedRanks = (vote: Vote): number[] | undefined =>
  vote.answer === null ? undefined : (JSON.parse(vote.answer) as CastAnswer).verdict?.ranks;

async function draw(url: string, arena: string, random: () => number): Promise<Vote | null> {
  const answer = await ask(`${url}/v1/arenas/${arena}/ballots`, {});
  if (answer === null) return null;
  expectStatus(answer, 201);
  const { id, token, outputs } = JSON.parse(answer.text) as Ballot;
  const ranks = outputs.map(() => 1 + Math.floor(random() * outputs.length));
  return { ballot: id, token, ranks, answer: null, tries: 0 };
}

/** One voter's session. */
export interface Session {
  readonly url: string;
  readonly arena: string;
  readonly random: () => number;
  readonly isOver: () => boolean;
  /** Every vote that anybody tried, in the order of the drawing. */
  readonly votes: Vote[];
}

/** Votes until the session is over. A vote that failed is left for later, as a closed page would leave it. */
export async function voteOn({ url, arena, random, isOver, votes }: Session): Promise<void> {
  while (!isOver()) {
    const vote = await draw(url, arena, random);
    if (vote !== null) votes.push(vote);
    if (vote === null || !(await cast(url, vote))) await sleep(retryMs);
  }
}
