"use client";
import type { Match } from "@agon/contract";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Messages } from "../messages/en.ts";
import { newsOf } from "./news.ts";

const gapMs = 10_000;

/** The text of the page's live region: at most one message in ten seconds, which merges what happened. */
export function useNews(
  sentenceOf: (match: Match) => string,
  lang: string,
  t: Messages["bracket"]["news"],
): [string, (matches: readonly Match[]) => void] {
  const [news, setNews] = useState("");
  const waiting = useRef<Match[]>([]);
  const collect = useCallback((matches: readonly Match[]) => void waiting.current.push(...matches), []);
  const sentence = useRef(sentenceOf);
  useEffect(() => {
    sentence.current = sentenceOf;
  });
  useEffect(() => {
    const timer = setInterval(() => {
      const text = newsOf(waiting.current, sentence.current, lang, t);
      waiting.current = [];
      if (text !== "") setNews(text);
    }, gapMs);
    return () => clearInterval(timer);
  }, [lang, t]);
  return [news, collect];
}
