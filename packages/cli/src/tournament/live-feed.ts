// The live feed of a tournament: every message once and in order, whatever happens to the socket.
import { setTimeout as sleep } from "node:timers/promises";
import type { LiveMessage } from "@agon/contract";
import { Failure } from "../failure.ts";

const firstPauseMs = 250;
const longestPauseMs = 8_000;
const mostFailures = 12;

/** The messages of one connection; ends when the socket closes. */
export type OpenSocket = (address: URL) => AsyncIterable<string>;

interface Waiting {
  readonly texts: string[];
  closed: boolean;
  wake: () => void;
}

/** Opens a WebSocket and gives its texts. */
async function* socketTexts(address: URL): AsyncGenerator<string> {
  const socket = new WebSocket(address);
  const waiting: Waiting = { texts: [], closed: false, wake: () => {} };
  socket.addEventListener("message", ({ data }) => {
    waiting.texts.push(String(data));
    waiting.wake();
  });
  const close = (): void => {
    waiting.closed = true;
    waiting.wake();
  };
  socket.addEventListener("close", close);
  socket.addEventListener("error", close);
  try {
    while (true) {
      yield* waiting.texts.splice(0);
      if (waiting.closed && waiting.texts.length === 0) return;
      if (waiting.texts.length === 0)
        await new Promise<void>((resolve) => Object.assign(waiting, { wake: resolve }));
    }
  } finally {
    socket.close();
  }
}

/** The address of a tournament's feed; `since` asks for the messages after that seq only. */
export function feedAddress(server: URL, tournament: string, since: number | null): URL {
  const address = new URL(`/live/tournaments/${encodeURIComponent(tournament)}`, server);
  address.protocol = server.protocol === "https:" ? "wss:" : "ws:";
  if (since !== null) address.searchParams.set("since", String(since));
  return address;
}

type Step = "message" | "repeated" | "gap";

/** What a message is to a reader who has seen everything up to `seq`. */
export function stepOf(message: LiveMessage, seq: number | null): Step {
  if (message.prev === null || seq === null) return "message";
  if (message.seq <= seq) return "repeated";
  return message.prev === seq ? "message" : "gap";
}

/**
 * Every message of a tournament's feed, a snapshot first. A socket that drops is opened again from the last seq.
 * @throws Failure when the server does not answer for about a minute
 */
export async function* tournamentFeed(
  server: URL,
  tournament: string,
  open: OpenSocket = socketTexts,
  pause: (ms: number) => Promise<unknown> = sleep,
): AsyncGenerator<LiveMessage> {
  let seq: number | null = null;
  for (let failures = 0; failures < mostFailures; failures += 1) {
    for await (const text of open(feedAddress(server, tournament, seq))) {
      const message: LiveMessage = JSON.parse(text);
      const step = stepOf(message, seq);
      if (step === "gap") break;
      failures = 0;
      if (step === "repeated") continue;
      seq = message.seq;
      yield message;
    }
    await pause(Math.min(longestPauseMs, firstPauseMs * 2 ** failures));
  }
  throw new Failure(
    `The live feed of ${server.origin} does not answer`,
    "Watch again when the server is back.",
  );
}
