"use client";
import type { OperatedSubmission, SubmissionStatus } from "@agon/contract";
import { useCallback, useEffect, useState } from "react";
import { failureText } from "./failure-text.ts";
import type { PanelProps } from "./operator-console.tsx";

const pageSize = 25;
/** Progress is read again so often while the panel is open. */
const readEveryMs = 3_000;

interface Shown {
  readonly data: readonly OperatedSubmission[];
  readonly next: string | null;
  /** Why the list could not be read; empty when it could. */
  readonly failure: string;
}

const nothing: Shown = { data: [], next: null, failure: "" };

/** A page of an arena's submissions, newest first, and a function that reads it again. */
export function useSubmissions(
  { api, arena }: Pick<PanelProps, "api" | "arena">,
  status: SubmissionStatus | null,
  cursor: string | null,
): [Shown, () => void] {
  const [shown, setShown] = useState(nothing);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change asks for the list again
  useEffect(() => {
    let current = true;
    const show = (next: Shown) => current && setShown(next);
    const read = () =>
      api.submissions(arena.slug, { limit: pageSize, status, cursor }).then(
        ({ data, next_cursor: next }) => show({ data, next, failure: "" }),
        (error: unknown) => show({ ...nothing, failure: failureText(error) }),
      );
    void read();
    const timer = setInterval(read, readEveryMs);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [api, arena.slug, status, cursor, asked]);
  return [shown, useCallback(() => setAsked((times) => times + 1), [])];
}
