import type { OwnVotes } from "@agon/contract";
import { expect, test } from "vitest";
import { call, read } from "./support/api.ts";
import { createContest } from "./support/contest.ts";
import { drawBallot, vote, voteOften, withdraw } from "./support/voter.ts";

const ownVotes = async (arena: string, cookie?: string): Promise<OwnVotes> => {
  const headers = cookie === undefined ? {} : { cookie };
  const answer = await call("GET", `/v1/arenas/${arena}/own-votes`, { headers });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  return read<OwnVotes>(answer);
};

test("a voter sees the own votes alone, newest first, and after four of them a board", async () => {
  const arena = await createContest({ models: 3, prompts: 6 });
  await voteOften(arena, 2, { outcome: "a" });
  const first = await drawBallot(arena);
  await vote(first, { outcome: "a" });
  expect(await ownVotes(arena, first.cookie)).toMatchObject({ board: null, needed: 3 });
  for (let more = 0; more < 3; more++)
    await vote(await drawBallot(arena, "", first.cookie), { outcome: "a" });
  const own = await ownVotes(arena, first.cookie);
  expect(own.votes.map(({ seq }) => seq)).toEqual(own.votes.map(({ seq }) => seq).toSorted((a, b) => b - a));
  expect(own.votes).toHaveLength(4);
  expect(own.needed).toBe(0);
  expect(own.board?.reduce((sum, row) => sum + row.battles, 0)).toBe(8);
  for (const { points, battles, win_rate } of own.board ?? [])
    expect(win_rate).toBeCloseTo((points + 1) / (battles + 2), 12);
});

test("a vote taken back stays in the list and leaves the board", async () => {
  const arena = await createContest({ models: 3, prompts: 6 });
  const first = await drawBallot(arena);
  await vote(first, { outcome: "a" });
  await withdraw(first);
  const own = await ownVotes(arena, first.cookie);
  expect(own.votes).toMatchObject([{ counted: false }]);
  expect(own.needed).toBe(4);
});

test("a visitor without a cookie, or with a forged one, has no votes", async () => {
  const arena = await createContest({ models: 2, prompts: 2 });
  await voteOften(arena, 1, { outcome: "a" });
  expect(await ownVotes(arena)).toEqual({ votes: [], models: [], board: null, needed: 4 });
  expect((await ownVotes(arena, "agon_voter=someone.c2lnbmF0dXJl")).votes).toEqual([]);
});

test("a voter can be forgotten: the cookie goes, the votes stay counted", async () => {
  const arena = await createContest({ models: 2, prompts: 2 });
  await voteOften(arena, 1, { outcome: "a" });
  const answer = await call("DELETE", "/v1/voter");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("set-cookie")).toMatch(/^agon_voter=;.*Max-Age=0/i);
});
