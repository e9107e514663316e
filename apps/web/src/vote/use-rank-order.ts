"use client";
import { useState } from "react";
import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";
import { type Choice, letterOf } from "./choice.ts";
import {
  castRanks,
  emptyOrder,
  moveSlot,
  type RankOrder,
  rankOf,
  removeSlot,
  toggleSlot,
  toggleTie,
} from "./rank-order.ts";

type RankMode = "rank" | "best";

export interface Ranking {
  readonly order: RankOrder;
  readonly mode: RankMode;
  readonly best: number | null;
  /** What would be cast now; null while something is missing. */
  readonly choice: Choice | null;
  readonly press: (slot: number) => void;
  readonly remove: (slot: number) => void;
  readonly move: (slot: number, place: number) => void;
  readonly tie: (place: number) => void;
  readonly setMode: (mode: RankMode) => void;
  readonly clear: () => void;
}

interface Draft {
  readonly order: RankOrder;
  readonly best: number | null;
}

const blank: Draft = { order: emptyOrder, best: null };

/** The voter's order of K outputs, or their best one; every change is announced by letter and rank. */
export function useRankOrder(
  k: number,
  announce: (text: string) => void,
  t: Messages["vote"]["rank"],
): Ranking {
  const [draft, setDraft] = useState(blank);
  const [mode, setMode] = useState<RankMode>("rank");
  const tell = (order: RankOrder, slot: number) => {
    const [letter, rank] = [letterOf(slot), rankOf(order, slot)];
    announce(rank === null ? fill(t.removed, { letter }) : fill(t.chosen, { letter, rank, n: k }));
  };
  const change = (order: RankOrder, slot: number) => {
    setDraft({ ...draft, order });
    tell(order, slot);
  };
  const pressBest = (slot: number) => {
    setDraft({ ...draft, best: slot });
    announce(fill(t.best, { letter: letterOf(slot) }));
  };
  const ranks = castRanks(draft.order, k);
  const orderChoice: Choice | null = ranks && { ranks };
  const bestChoice: Choice | null = draft.best === null ? null : { best: draft.best };
  return {
    ...draft,
    mode,
    choice: mode === "rank" ? orderChoice : bestChoice,
    press: (slot) => (mode === "best" ? pressBest(slot) : change(toggleSlot(draft.order, slot, k), slot)),
    remove: (slot) => change(removeSlot(draft.order, slot), slot),
    move: (slot, place) => change(moveSlot(draft.order, slot, place), slot),
    tie: (place) => change(toggleTie(draft.order, place), draft.order.slots[place] ?? 0),
    setMode,
    clear: () => setDraft(blank),
  };
}
