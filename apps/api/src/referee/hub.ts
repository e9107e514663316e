// The live sockets of an arena. They hibernate with the object: what a socket listens to is its tag.
import { liveMessage, type Names } from "@agon/arena";
import type { LiveMessage } from "@agon/contract";
import type { LogRow } from "./log-store.ts";

/** The arena's own feed, or one tournament's by number. */
export type Feed = "arena" | number;

const feedTag = (feed: Feed): string => (feed === "arena" ? "arena" : `tournament:${feed}`);

/** What an address of the referee asks for: `/arena` or `/tournament/{number}`, `?since=seq`. */
export function feedWanted(url: URL): { feed: Feed; since: number | null } {
  const [, kind, number] = url.pathname.split("/");
  const since = url.searchParams.get("since");
  return {
    feed: kind === "tournament" ? Number(number) : "arena",
    since: since === null ? null : Number(since),
  };
}

export class Hub {
  readonly #ctx: DurableObjectState;

  constructor(ctx: DurableObjectState) {
    this.#ctx = ctx;
    // Answered by the runtime itself, without waking the object.
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
  }

  /** Opens a socket on a feed and sends its first messages. */
  open(feed: Feed, first: readonly LiveMessage[]): Response {
    const { 0: client, 1: server } = new WebSocketPair();
    this.#ctx.acceptWebSocket(server, [feedTag(feed)]);
    for (const message of first) server.send(JSON.stringify(message));
    return new Response(null, { status: 101, webSocket: client });
  }

  /** Tells the listeners of the arena, and of the tournaments they concern, of new entries. */
  tell(names: Names, rows: readonly LogRow[]): void {
    for (const row of rows) {
      this.#send("arena", () => liveMessage(names, row, "arena"));
      const number = Number(row.feed.tournament?.id.split(".").at(-1) ?? 0);
      if (number > 0) this.#send(number, () => liveMessage(names, row, "tournament"));
    }
  }

  #send(feed: Feed, message: () => LiveMessage): void {
    const sockets = this.#ctx.getWebSockets(feedTag(feed));
    if (sockets.length === 0) return;
    const text = JSON.stringify(message());
    for (const socket of sockets) trySend(socket, text);
  }
}

/** A socket that is closing is no reason to fail: its reader comes back with the seq it has seen. */
function trySend(socket: WebSocket, text: string): void {
  try {
    socket.send(text);
  } catch {
    socket.close(1011, "send failed");
  }
}
