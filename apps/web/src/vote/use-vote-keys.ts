"use client";
import { useEffect, useEffectEvent } from "react";
import { actionOf, countsAsShortcut, type OwnKeys, type VoteAction } from "./key-map.ts";

const focusOf = (target: EventTarget | null): string => {
  if (!(target instanceof HTMLElement)) return "body";
  return target.isContentEditable ? "editable" : target.tagName.toLowerCase();
};

/** Listens for voting keys on the whole page. `onKey` sees every other key too and says whether it used it. */
export function useVoteKeys(
  own: OwnKeys | null,
  onAction: (action: VoteAction) => boolean,
  onKey: (key: string) => boolean,
): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (own === null || document.querySelector("dialog[open]")) return;
    if (!countsAsShortcut({ ...pick(event), focus: focusOf(event.target) })) return;
    const action = actionOf(event.key, own);
    if (onKey(event.key) || (action !== null && onAction(action))) event.preventDefault();
  });
  useEffect(() => {
    addEventListener("keydown", handle);
    return () => removeEventListener("keydown", handle);
  }, []);
}

const pick = ({ key, repeat, ctrlKey, metaKey, altKey }: KeyboardEvent) => ({
  key,
  repeat,
  ctrlKey,
  metaKey,
  altKey,
});
