"use client";
import type { LiveMessage, Match, Tournament } from "@agon/contract";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { browserApi } from "../api/browser-client.ts";
import type { FeedStatus } from "../live/feed-connection.ts";
import { throttle } from "../live/throttle.ts";
import { useLiveFeed } from "../live/use-live-feed.ts";
import { currentBracket } from "./current-bracket.ts";
import { mergeMatches } from "./merge-matches.ts";
import type { Round, ShownTournament } from "./shown-tournament.ts";

/** Messages are drawn in steps of this, so that a fast judge does not cost a frame each. */
const stepMs = 250;
/** Standings and the progress of other brackets are read again at most this often. */
const readMs = 2_500;

export interface LiveTournament {
  readonly tournament: ShownTournament;
  readonly status: FeedStatus;
  /** Ids of the matches that changed in the last step. */
  readonly fresh: ReadonlySet<string>;
}

interface Options {
  readonly initial: Tournament;
  /** The bracket the reader chose; undefined follows the live one. */
  readonly group: string | undefined;
  readonly onDecided: (matches: readonly Match[]) => void;
}

const finished = new Set(["completed", "cancelled"]);
const nothing: ReadonlySet<string> = new Set();

/** A league goes on for ever: the page keeps as many matches as it came with at most. */
const leagueMatches = 48;
const latestOf = (round: Round): Round => ({ ...round, matches: round.matches.slice(-leagueMatches) });

/** A tournament that moves: matches from the feed at once, everything else read again now and then. */
export function useLiveTournament({ initial, group, onDecided }: Options): LiveTournament {
  const [tournament, setTournament] = useState<ShownTournament>(initial);
  const [fresh, setFresh] = useState(nothing);
  const waiting = useRef<Match[]>([]);
  const id = initial.id;

  const read = useCallback(() => {
    browserApi
      .tournament(id, { group })
      .then((next) => setTournament((shown) => (next.seq >= shown.seq ? next : shown)))
      .catch(() => undefined); // the next message or poll asks again
  }, [id, group]);

  const draw = useCallback(() => {
    const matches = waiting.current;
    waiting.current = [];
    setTournament((shown) => {
      const bracket = currentBracket(shown, group);
      if (!bracket) return shown;
      const { rounds: merged, changed } = mergeMatches(bracket.rounds, bracket.group, matches);
      const rounds = shown.chart.kind === "league" ? merged.map(latestOf) : merged;
      setFresh(changed);
      const brackets = shown.brackets.map((one) => (one === bracket ? { ...bracket, rounds } : one));
      return { ...shown, brackets };
    });
    onDecided(matches.filter((match) => match.status === "decided"));
  }, [group, onDecided]);

  const drawSoon = useMemo(() => throttle(draw, stepMs), [draw]);
  const readSoon = useMemo(() => throttle(read, readMs), [read]);
  useEffect(() => drawSoon.cancel, [drawSoon]);
  useEffect(() => readSoon.cancel, [readSoon]);

  const receive = (message: LiveMessage) => {
    if (message.type === "snapshot") return readSoon();
    waiting.current.push(...message.data.matches);
    const summary = message.data.tournament;
    if (summary) setTournament((shown) => ({ ...shown, ...summary, seq: message.seq }));
    drawSoon();
    readSoon();
  };
  const status = useLiveFeed({
    path: `/live/tournaments/${encodeURIComponent(id)}`,
    since: initial.seq,
    onMessage: receive,
    onPoll: read,
    enabled: !finished.has(initial.status),
  });
  return { tournament, status, fresh };
}
