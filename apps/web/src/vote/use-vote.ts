"use client";
import type { Ballot } from "@agon/contract";
import { useCallback, useEffect, useReducer, useRef } from "react";
import { browserApi } from "../api/browser-client.ts";
import { type Choice, castOf, isSkip } from "./choice.ts";
import { isUndelivered, spentReason, stopReason } from "./failures.ts";
import { forgetVote, keepVote, keptVote } from "./kept-vote.ts";
import { type VoteState, voteStep } from "./vote-state.ts";
import { rememberArena } from "./voted-arenas.ts";

export type VoteNews = "sent" | "lost" | "late";

export interface Voting {
  readonly state: VoteState;
  readonly choose: (choice: Choice) => void;
  readonly undo: () => void;
  /** The next battle; it was drawn ahead. */
  readonly advance: () => void;
}

const resendMs = 8_000;

const stillValid = (ballot: Ballot): boolean => Date.parse(ballot.expires_at) > Date.now() + 5_000;

/** Draws battles one ahead, casts, keeps an undelivered vote and sends it again. */
export function useVoting(
  arena: string,
  tournament: string | undefined,
  onNews: (news: VoteNews) => void,
): Voting {
  const [state, dispatch] = useReducer(voteStep, { phase: "loading" });
  const ahead = useRef<Promise<Ballot> | null>(null);
  const last = useRef<string | undefined>(undefined);

  const issue = useCallback(
    (after?: string) => browserApi.issueBallot(arena, tournament ? { tournament } : {}, after),
    [arena, tournament],
  );

  const show = useCallback(
    (ballot: Ballot) => {
      last.current = ballot.id;
      dispatch({ type: "drawn", ballot });
      ahead.current = issue(ballot.id);
      ahead.current.catch(() => undefined); // told when it is asked for
    },
    [issue],
  );

  const advance = useCallback(async () => {
    dispatch({ type: "drawing" });
    const drawn = ahead.current;
    ahead.current = null;
    try {
      const ready = await drawn?.catch(() => null);
      show(ready && stillValid(ready) ? ready : await issue(last.current));
    } catch (error) {
      dispatch({ type: "stopped", ...stopReason(error) });
    }
  }, [issue, show]);

  const send = useCallback(
    async (ballot: string, token: string, choice: Choice) => {
      try {
        const answer = await browserApi.cast(ballot, castOf(choice, token));
        forgetVote();
        if (!isSkip(choice)) rememberArena(arena);
        dispatch({ type: "answered", answer });
        if (isSkip(choice)) void advance();
      } catch (error) {
        if (isUndelivered(error)) {
          keepVote({ ballot, token, choice });
          return dispatch({ type: "undelivered" });
        }
        forgetVote();
        const detail = error instanceof Error ? error.message : "";
        dispatch({ type: "refused", reason: spentReason(error), detail });
      }
    },
    [advance, arena],
  );

  const choose = useCallback(
    (choice: Choice) => {
      if (state.phase !== "open") return;
      dispatch({ type: "chosen", choice });
      void send(state.ballot.id, state.ballot.token, choice);
    },
    [state, send],
  );

  const undo = useCallback(async () => {
    if (state.phase !== "revealed" || state.undone) return;
    try {
      await browserApi.withdraw(state.ballot.id, state.ballot.token);
      dispatch({ type: "undone" });
    } catch {
      onNews("late");
    }
  }, [state, onNews]);

  useStart(advance, onNews);
  useResend(state, send);
  return { state, choose, undo, advance };
}

/** Delivers the vote an earlier visit left behind, then draws the first battle. */
function useStart(advance: () => void, onNews: (news: VoteNews) => void): void {
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    const kept = keptVote();
    if (kept)
      browserApi
        .cast(kept.ballot, castOf(kept.choice, kept.token))
        .then(() => {
          forgetVote();
          onNews("sent");
        })
        .catch((error: unknown) => {
          if (isUndelivered(error)) return;
          forgetVote();
          onNews("lost");
        });
    advance();
  }, [advance, onNews]);
}

/** Sends a kept vote again when the browser is back online, and every few seconds. */
function useResend(state: VoteState, send: (ballot: string, token: string, choice: Choice) => void): void {
  useEffect(() => {
    if (state.phase !== "kept") return;
    const again = () => send(state.ballot.id, state.ballot.token, state.choice);
    const timer = setInterval(again, resendMs);
    addEventListener("online", again);
    return () => {
      clearInterval(timer);
      removeEventListener("online", again);
    };
  }, [state, send]);
}
