// A page that listens to a live feed.
import { exports } from "cloudflare:workers";
import type { LiveMessage } from "@agon/contract";
import { origin } from "./api.ts";

export interface Listener {
  /** Everything heard so far, oldest first. */
  readonly heard: LiveMessage[];
  /** The same as it came. */
  readonly texts: string[];
  readonly socket: WebSocket;
  /** Waits until a message with this seq, or a later one, was heard. */
  readonly until: (seq: number) => Promise<void>;
  readonly drop: () => void;
}

const open = (path: string): Promise<Response> =>
  exports.default.fetch(origin + path, { headers: { upgrade: "websocket" } });

export async function listen(path: string): Promise<Listener> {
  const response = await open(path);
  const socket = response.webSocket;
  if (socket === null) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  const heard: LiveMessage[] = [];
  const texts: string[] = [];
  socket.addEventListener("message", ({ data }) => {
    if (typeof data !== "string" || data === "pong") return;
    texts.push(data);
    heard.push(JSON.parse(data) as LiveMessage);
  });
  socket.accept();
  const until = async (seq: number): Promise<void> => {
    for (const untilMs = performance.now() + 30_000; performance.now() < untilMs; ) {
      if ((heard.at(-1)?.seq ?? -1) >= seq) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`seq ${seq} was not heard, the last was ${heard.at(-1)?.seq}`);
  };
  return { heard, texts, socket, until, drop: () => socket.close(1000, "gone") };
}
