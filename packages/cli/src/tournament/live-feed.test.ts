import type { LiveMessage } from "@agon/contract";
import { expect, test } from "vitest";
import { feedAddress, stepOf, tournamentFeed } from "./live-feed.ts";

const server = new URL("http://localhost:8787");

const message = (seq: number, prev: number | null): LiveMessage => ({
  v: 1,
  seq,
  prev,
  type: "match",
  data: { matches: [], votes: 0 },
});

test("the feed's address follows the server's scheme and names the last seq", () => {
  expect(String(feedAddress(server, "a.1", null))).toBe("ws://localhost:8787/live/tournaments/a.1");
  expect(String(feedAddress(new URL("https://x.test"), "a.1", 7))).toBe(
    "wss://x.test/live/tournaments/a.1?since=7",
  );
});

test("a message is next, known already, or beyond a gap", () => {
  expect(stepOf(message(5, null), 3)).toBe("message");
  expect(stepOf(message(5, 3), 3)).toBe("message");
  expect(stepOf(message(3, 2), 3)).toBe("repeated");
  expect(stepOf(message(6, 5), 3)).toBe("gap");
});

test("every message comes once and in order, though sockets drop, repeat and lose some", async () => {
  const connections: LiveMessage[][] = [
    [message(10, null), message(12, 10)],
    [],
    [message(12, 10), message(15, 12), message(20, 18)],
    [message(18, 15), message(20, 18)],
  ];
  const asked: (string | null)[] = [];
  async function* open(address: URL): AsyncGenerator<string> {
    asked.push(address.searchParams.get("since"));
    for (const next of connections.shift() ?? []) yield JSON.stringify(next);
  }
  const seen: number[] = [];
  for await (const { seq } of tournamentFeed(server, "a.1", open, async () => {})) {
    seen.push(seq);
    if (seq === 20) break;
  }
  expect(seen).toEqual([10, 12, 15, 18, 20]);
  expect(asked).toEqual([null, "12", "12", "15"]);
});

test("a server that never answers ends the watch", async () => {
  const pauses: number[] = [];
  const open = async function* (): AsyncGenerator<string> {};
  const feed = tournamentFeed(server, "a.1", open, async (ms) => pauses.push(ms));
  await expect(feed.next()).rejects.toThrow("does not answer");
  expect(pauses[0]).toBeLessThan(pauses.at(-1) ?? 0);
});
