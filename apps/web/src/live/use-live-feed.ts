"use client";
import type { LiveMessage } from "@agon/contract";
import { useEffect, useEffectEvent, useState } from "react";
import { type FeedStatus, openFeed } from "./feed-connection.ts";

interface Options {
  /** Below the origin, such as `/live/arenas/summaries`. */
  readonly path: string;
  /** The seq of the data the page was drawn with; later messages follow. */
  readonly since: number;
  readonly onMessage: (message: LiveMessage) => void;
  /** Called every five seconds while there is no socket. */
  readonly onPoll: () => void;
  /** False for something that cannot change any more. */
  readonly enabled?: boolean;
}

/** Keeps a component on a live feed for as long as it is on the page. */
export function useLiveFeed({ path, since, onMessage, onPoll, enabled = true }: Options): FeedStatus {
  const [status, setStatus] = useState<FeedStatus>("connecting");
  const handleMessage = useEffectEvent(onMessage);
  const handlePoll = useEffectEvent(onPoll);
  const start = useEffectEvent(() =>
    openFeed(path, since, { onMessage: handleMessage, onPoll: handlePoll, onStatus: setStatus }),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path is a new feed; `since` only matters at its start
  useEffect(() => (enabled ? start() : undefined), [path, enabled]);
  return status;
}
