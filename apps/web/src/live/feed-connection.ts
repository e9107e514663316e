import type { LiveMessage } from "@agon/contract";
import { backoffMs, feedStep } from "./feed-order.ts";

export type FeedStatus = "connecting" | "open" | "polling";

export interface FeedHandlers {
  readonly onMessage: (message: LiveMessage) => void;
  readonly onStatus: (status: FeedStatus) => void;
  /** Asked every five seconds while there is no socket. */
  readonly onPoll: () => void;
}

const pollMs = 5_000;

const addressOf = (path: string, seq: number): string => {
  const origin = location.origin.replace(/^http/, "ws");
  return `${origin}${path}?since=${seq}`;
};

/**
 * One live feed: resumes from the newest `seq`, reconnects with growing pauses, and polls while sockets are blocked.
 * Returns the function that ends it.
 */
export function openFeed(path: string, since: number, handlers: FeedHandlers): () => void {
  let newest = since;
  let socket: WebSocket | null = null;
  let failures = 0;
  let closed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let poll: ReturnType<typeof setInterval> | undefined;

  const startPolling = () => {
    if (poll !== undefined) return;
    handlers.onStatus("polling");
    poll = setInterval(handlers.onPoll, pollMs);
  };
  const stopPolling = () => {
    clearInterval(poll);
    poll = undefined;
  };
  const receive = (text: string) => {
    const message = JSON.parse(text) as LiveMessage;
    const step = feedStep(newest, message);
    if (step === "resume") return socket?.close();
    if (step === "ignore") return;
    newest = message.seq;
    handlers.onMessage(message);
  };
  const reconnect = () => {
    if (closed) return;
    if (failures > 0) startPolling();
    retry = setTimeout(connect, backoffMs(failures++, Math.random()));
  };
  const connect = () => {
    const attempt = new WebSocket(addressOf(path, newest));
    socket = attempt;
    attempt.onopen = () => {
      failures = 0;
      stopPolling();
      handlers.onStatus("open");
    };
    attempt.onmessage = (event) => receive(String(event.data));
    attempt.onclose = reconnect;
  };

  connect();
  return () => {
    closed = true;
    clearTimeout(retry);
    stopPolling();
    socket?.close();
  };
}
