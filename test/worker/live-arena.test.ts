import { evictDurableObject } from "cloudflare:test";
import type { LiveMessage } from "@agon/contract";
import { expect, test } from "vitest";
import { api, call, operator } from "./support/api.ts";
import { createContest, refereeOf } from "./support/contest.ts";
import { listen } from "./support/live.ts";
import { readLog } from "./support/log.ts";
import { expectProblem } from "./support/problem.ts";
import { castBallot, drawBallot, vote, voteOften, withdraw } from "./support/voter.ts";
import { importedVote, importVotes } from "./support/votes.ts";

const feed = (arena: string, since?: number): string =>
  `/live/arenas/${arena}${since === undefined ? "" : `?since=${since}`}`;

const newest = async (arena: string): Promise<number> => (await readLog(arena)).length;

const seqs = (messages: readonly LiveMessage[]): number[] => messages.map(({ seq }) => seq);

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

test("the first message is a snapshot of the arena and its board", async () => {
  const arena = await createContest();
  await voteOften(arena, 3, { outcome: "a" });
  const page = await listen(feed(arena));
  const seq = await newest(arena);
  await page.until(seq);
  const [first] = page.heard;
  expect(first).toMatchObject({ v: 1, type: "snapshot", seq, prev: null });
  const { arena: summary, leaderboard } = first?.type === "snapshot" ? first.data : {};
  expect(summary).toEqual(await api.arena(arena));
  const { as_of: _, ...board } = await api.leaderboard(arena);
  expect(leaderboard).toMatchObject(board);
});

test("then comes one message for every entry of the log, each with the one before", async () => {
  const arena = await createContest();
  const page = await listen(feed(arena));
  const from = await newest(arena);
  await operator.addModels(arena, { slug: "late" });
  const ballot = await drawBallot(arena);
  await vote(ballot, { outcome: "a" });
  await withdraw(ballot);
  await operator.changeArena(arena, { title: "Renamed" });
  await importVotes(arena, [importedVote(), importedVote()]);
  const { id } = await operator.createTournament(arena, { format: "series" });
  await operator.cancelTournament(id);
  const to = await newest(arena);
  await page.until(to);
  const news = page.heard.slice(1);
  expect(seqs(news)).toEqual(range(from + 1, to));
  expect(news.map(({ prev }) => prev)).toEqual(range(from, to - 1));
  expect(news.map(({ type }) => type)).toEqual([
    "arena",
    "verdict",
    "arena",
    "arena",
    "verdict",
    "verdict",
    "tournament",
    "tournament",
  ]);
  expect(news[1]).toMatchObject({ data: { votes: 1, verdict: { ballot: ballot.id, counted: true } } });
  expect(news[2]).toMatchObject({ data: { votes: 0, change: "verdict.withdrawn" } });
});

test("a page that drops and comes back sees every seq exactly once", async () => {
  const arena = await createContest();
  const start = await newest(arena);
  const heard: LiveMessage[] = [];
  let since = start;
  let over = false;
  const voters = Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let votes = 0; votes < 15; votes++) await castBallot(await drawBallot(arena), { outcome: "a" });
    }),
  ).then(() => {
    over = true;
  });
  for (let life = 0; !over || since < (await newest(arena)); life++) {
    const page = await listen(feed(arena, since));
    await new Promise((resolve) => setTimeout(resolve, 5 + (life % 7) * 9));
    page.drop();
    heard.push(...page.heard);
    since = page.heard.at(-1)?.seq ?? since;
  }
  await voters;
  expect(heard.every(({ type }) => type === "verdict")).toBe(true);
  expect(seqs(heard)).toEqual(range(start + 1, start + 60));
  expect(heard.map(({ prev }) => prev)).toEqual(range(start, start + 59));
});

test("who comes back gets the very messages that the others got", async () => {
  const arena = await createContest();
  const since = await newest(arena);
  const stayed = await listen(feed(arena, since));
  const ballot = await drawBallot(arena);
  await vote(ballot, { outcome: "both_bad" });
  await withdraw(ballot);
  const { id } = await operator.createTournament(arena, { format: "series" });
  await vote(await drawBallot(arena, `?tournament=${id}`), { outcome: "a" });
  await stayed.until(await newest(arena));
  const returned = await listen(feed(arena, since));
  await returned.until(await newest(arena));
  expect(returned.texts).toEqual(stayed.texts);
  await evictDurableObject(await refereeOf(arena));
  const afterRestart = await listen(feed(arena, since));
  await afterRestart.until(await newest(arena));
  expect(afterRestart.texts).toEqual(stayed.texts);
});

test("who missed nothing hears nothing until something happens", async () => {
  const arena = await createContest();
  const page = await listen(feed(arena, await newest(arena)));
  await voteOften(arena, 1, { outcome: "a" });
  await page.until(await newest(arena));
  expect(page.heard).toHaveLength(1);
});

test("who missed a thousand messages gets them, who missed more gets a snapshot", async () => {
  const arena = await createContest();
  const since = await newest(arena);
  await importVotes(
    arena,
    Array.from({ length: 1_000 }, () => importedVote()),
  );
  const near = await listen(feed(arena, since));
  await near.until(since + 1_000);
  expect(seqs(near.heard)).toEqual(range(since + 1, since + 1_000));
  await voteOften(arena, 1, { outcome: "a" });
  const far = await listen(feed(arena, since));
  await far.until(since + 1_001);
  expect(far.heard.map(({ type, seq }) => [type, seq])).toEqual([["snapshot", since + 1_001]]);
});

test("who claims to have seen the future gets a snapshot", async () => {
  const arena = await createContest();
  const page = await listen(feed(arena, 999_999));
  await page.until(await newest(arena));
  expect(page.heard.map(({ type }) => type)).toEqual(["snapshot"]);
});

test("a sleeping referee wakes for a vote and tells the sockets that waited through its sleep", async () => {
  const arena = await createContest();
  const page = await listen(feed(arena, await newest(arena)));
  await evictDurableObject(await refereeOf(arena));
  const { verdict } = await vote(await drawBallot(arena), { outcome: "a" });
  await page.until(verdict?.seq ?? 0);
  expect(page.heard).toHaveLength(1);
});

test("a page that has gone does not keep the others from hearing", async () => {
  const arena = await createContest();
  const [gone, here] = [await listen(feed(arena)), await listen(feed(arena))];
  gone.drop();
  await voteOften(arena, 3, { outcome: "a" });
  await here.until(await newest(arena));
  expect(here.heard).toHaveLength(4);
  expect(gone.heard).toHaveLength(1);
});

test("arenas do not hear of each other", async () => {
  const [mine, other] = [await createContest(), await createContest()];
  const page = await listen(feed(mine, await newest(mine)));
  await voteOften(other, 2, { outcome: "a" });
  await voteOften(mine, 1, { outcome: "a" });
  await page.until(await newest(mine));
  expect(page.heard).toHaveLength(1);
});

test("a ping is answered", async () => {
  const page = await listen(feed(await createContest()));
  const pong = new Promise((resolve) => {
    page.socket.addEventListener("message", ({ data }) => {
      if (data === "pong") resolve(data);
    });
  });
  page.socket.send("ping");
  expect(await pong).toBe("pong");
});

test.each([
  ["/live/arenas/nowhere", "arena_unknown"],
  ["/live/tournaments/nowhere.1", "tournament_unknown"],
  ["/live/nothing", "not_found"],
] as const)("%s is %s", async (path, code) => {
  expectProblem(await call("GET", path, { headers: { upgrade: "websocket" } }), code);
});

test("a feed is opened as a WebSocket and resumed by a whole number", async () => {
  const arena = await createContest();
  expectProblem(await call("GET", feed(arena)), "upgrade_required");
  for (const since of ["-1", "1.5", "x", "", "NaN", "1e3"]) {
    const answer = await call("GET", `/live/arenas/${arena}?since=${since}`, {
      headers: { upgrade: "websocket" },
    });
    expectProblem(answer, "parameter_invalid", "/since");
  }
  const unknown = await call("GET", `/live/tournaments/${arena}.1`, { headers: { upgrade: "websocket" } });
  expectProblem(unknown, "tournament_unknown");
});
