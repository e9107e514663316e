"use client";
import { useCallback, useState } from "react";
import { failureText } from "./failure-text.ts";

export interface Action {
  readonly busy: boolean;
  readonly text: string;
  readonly bad: boolean;
  /** Runs a call; its result's text is shown, or why it failed. */
  readonly run: (work: () => Promise<string>) => void;
}

export function useAction(): Action {
  const [state, setState] = useState({ busy: false, text: "", bad: false });
  const run = useCallback((work: () => Promise<string>) => {
    setState({ busy: true, text: "", bad: false });
    work().then(
      (text) => setState({ busy: false, text, bad: false }),
      (error: unknown) => setState({ busy: false, text: failureText(error), bad: true }),
    );
  }, []);
  return { ...state, run };
}
