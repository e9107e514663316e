import { evictDurableObject } from "cloudflare:test";
import type { LiveMessage } from "@agon/contract";
import { afterEach, expect, test, vi } from "vitest";
import { api, operator } from "./support/api.ts";
import { createContest, refereeOf } from "./support/contest.ts";
import { type Listener, listen } from "./support/live.ts";
import { readLog } from "./support/log.ts";
import { matchesOf, startTournament, untilOver } from "./support/tournament.ts";
import { drawBallot, vote, voteOften, withdraw } from "./support/voter.ts";

const feed = (id: string, since?: number): string =>
  `/live/tournaments/${id}${since === undefined ? "" : `?since=${since}`}`;

/** Every message names the one before it. */
function expectChain(messages: readonly LiveMessage[]): void {
  messages.forEach(({ prev }, at) => {
    if (at > 0) expect(prev).toBe(messages[at - 1]?.seq);
  });
}

async function begin(): Promise<{ arena: string; id: string; page: Listener }> {
  const arena = await createContest({ models: 4, prompts: 1 });
  const { id } = await startTournament(arena, { format: "single-elimination", judge: "human" });
  return { arena, id, page: await listen(feed(id)) };
}

const draw = (id: string) => drawBallot(id.split(".")[0] ?? "", `?tournament=${id}`);

const newest = async (arena: string): Promise<number> => (await readLog(arena)).length;

afterEach(() => {
  vi.useRealTimers();
});

test("the first message is a snapshot of the tournament with its bracket", async () => {
  const { id, page } = await begin();
  await page.until(0);
  const [first] = page.heard;
  const tournament = await api.tournament(id);
  expect(first).toMatchObject({ v: 1, type: "snapshot", prev: null, seq: tournament.updated_seq });
  expect(first?.type === "snapshot" && first.data.tournament).toEqual(tournament);
});

test("a verdict tells which matches moved, and a page that applies them has the bracket", async () => {
  const { id, page } = await begin();
  const matches = new Map((await matchesOf(id)).map((match) => [match.id, match]));
  for (let vote_ = 0; vote_ < 3; vote_++) await vote(await draw(id), { outcome: "a" });
  const { updated_seq: last } = await api.tournament(id);
  await page.until(last);
  for (const message of page.heard.slice(1)) {
    if (message.type === "snapshot") throw new Error("one snapshot is enough");
    for (const match of message.data.matches) matches.set(match.id, match);
  }
  expect([...matches.values()]).toEqual(await matchesOf(id));
  expect(page.heard.at(-1)).toMatchObject({ type: "verdict", data: { tournament: { status: "completed" } } });
});

test("the feed holds the tournament's own entries alone, each with the one before", async () => {
  const { arena, id, page } = await begin();
  await voteOften(arena, 2, { outcome: "a" });
  await vote(await draw(id), { outcome: "a" });
  await voteOften(arena, 1, { outcome: "a" });
  await operator.changeTournament(id, { title: "Renamed" });
  await startTournament(arena, { format: "series", judge: "human" });
  await vote(await draw(id), { outcome: "a" });
  await page.until((await api.tournament(id)).updated_seq);
  expect(page.heard.map(({ type }) => type)).toEqual(["snapshot", "verdict", "tournament", "verdict"]);
  expectChain(page.heard);
});

test("the chain holds through corrections, withdrawn votes and votes that came too late", async () => {
  const { arena, id, page } = await begin();
  const [one, other] = [await draw(id), await draw(id)];
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 121_000 });
  const again = [await draw(id), await draw(id)];
  for (const ballot of again) await vote(ballot, { outcome: "a" });
  await vote(one, { outcome: "a" });
  await vote(other, { outcome: "b" });
  await withdraw(other);
  const final = await draw(id);
  await vote(final, { outcome: "a" });
  await withdraw(final);
  const [first] = await matchesOf(id);
  await operator.correctMatch(id, first?.id ?? "", { void: true });
  await vote(await draw(id), { outcome: "b" });
  const last = await newest(arena);
  await page.until(last);
  expectChain(page.heard);
  expect(page.heard.map(({ seq }) => seq).slice(1)).toEqual(
    Array.from({ length: page.heard.length - 1 }, (_, at) => last - page.heard.length + 2 + at),
  );
});

test("who comes back to a tournament gets the very messages that the others got", async () => {
  const { arena, id, page } = await begin();
  await page.until(0);
  const since = page.heard[0]?.seq ?? 0;
  const late = await draw(id);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 121_000 });
  for (let votes = 0; votes < 2; votes++) await vote(await draw(id), { outcome: "a" });
  await vote(late, { outcome: "b" });
  await withdraw(late);
  await operator.cancelTournament(id);
  await page.until(await newest(arena));
  for (const restart of [false, true]) {
    if (restart) await evictDurableObject(await refereeOf(arena));
    const returned = await listen(feed(id, since));
    await returned.until(await newest(arena));
    expect(returned.texts).toEqual(page.texts.slice(1));
  }
});

test("a program's tournament is told match by match without a gap", async () => {
  const arena = await createContest({
    models: 16,
    prompts: 2,
    score: (model, prompt) => (model * 5 + prompt) % 16,
  });
  const { id } = await startTournament(arena, { format: "single-elimination", judge: "score", start: false });
  const page = await listen(feed(id));
  await operator.changeTournament(id, { status: "running" });
  const over = await untilOver(id);
  await page.until(over.updated_seq);
  expectChain(page.heard);
  expect(page.heard.filter(({ type }) => type === "verdict")).toHaveLength(30);
});
