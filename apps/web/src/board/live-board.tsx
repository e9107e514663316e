"use client";
import type { Leaderboard } from "@agon/contract";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { browserApi } from "../api/browser-client.ts";
import { throttle } from "../live/throttle.ts";
import { useLiveFeed } from "../live/use-live-feed.ts";
import type { Messages } from "../messages/en.ts";
import { count, fill, formatMoment } from "../messages/format.ts";
import { LiveMark } from "../ui/live-mark.tsx";
import type { BoardQuery } from "./board-query.ts";
import { BoardTable } from "./board-table.tsx";
import { useRowSlide } from "./use-row-slide.ts";

/** The board without its matrix, which has a view of its own. */
type BoardData = Pick<Leaderboard, "arena" | "as_of" | "seq" | "votes" | "models">;

interface Props {
  initial: BoardData;
  query: BoardQuery;
  modelPath: string;
  lang: string;
  t: Messages["board"];
}

/** The board, read again at most once a second while votes arrive. */
export function LiveBoard({ initial, query, modelPath, lang, t }: Props) {
  const [board, setBoard] = useState(initial);
  const frame = useRef<HTMLDivElement>(null);
  const arena = initial.arena;
  const read = useCallback(() => {
    browserApi
      .leaderboard(arena, query)
      .then((next) => setBoard((shown) => (next.seq >= shown.seq ? next : shown)))
      .catch(() => undefined); // the next message or poll asks again
  }, [arena, query]);
  const readSoon = useMemo(() => throttle(read, 1_000), [read]);
  useEffect(() => readSoon.cancel, [readSoon]);
  const status = useLiveFeed({
    path: `/live/arenas/${encodeURIComponent(arena)}`,
    since: initial.seq,
    onMessage: readSoon,
    onPoll: read,
  });
  useRowSlide(frame);
  return (
    <div ref={frame}>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 pb-1 text-sm text-muted">
        <span>{count(lang, t.votesCounted, board.votes)}</span>
        <time dateTime={board.as_of} className="tabular-nums">
          {fill(t.asOf, { time: formatMoment(lang, board.as_of) })}
        </time>
        <LiveMark status={status} open={t.moving} polling={t.paused} />
      </p>
      <BoardTable rows={board.models} caption={t.heading} modelPath={modelPath} lang={lang} t={t} />
    </div>
  );
}
