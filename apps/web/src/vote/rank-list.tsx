"use client";
import { ArrowDown, ArrowUp, Equal, X } from "lucide-react";
import { useEffect, useRef } from "react";
import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";
import { classNames } from "../ui/class-names.ts";
import { letterOf } from "./choice.ts";
import { placeRanks, type RankOrder } from "./rank-order.ts";

interface RankMoves {
  readonly onMove: (slot: number, place: number) => void;
  readonly onTie: (place: number) => void;
  readonly onRemove: (slot: number) => void;
}

interface Props extends RankMoves {
  order: RankOrder;
  k: number;
  t: Messages["vote"]["rank"];
}

interface RowProps extends RankMoves {
  slot: number;
  place: number;
  rank: number;
  tied: boolean;
  last: boolean;
  t: Messages["vote"]["rank"];
}

function RankRow({ slot, place, rank, tied, last, t, onMove, onTie, onRemove }: RowProps) {
  const letter = letterOf(slot);
  return (
    <li className={classNames("rank-row", tied && "rank-row-tied")} data-slot={slot} data-testid="rank-row">
      <span className="rank-place">{rank}</span>
      <span className="rank-letter">{letter}</span>
      <span className="rank-moves">
        <button
          type="button"
          className="button button-plain"
          disabled={place === 0}
          aria-label={fill(t.up, { letter })}
          onClick={() => onMove(slot, place - 1)}
        >
          <ArrowUp size={18} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="button button-plain"
          disabled={last}
          aria-label={fill(t.down, { letter })}
          onClick={() => onMove(slot, place + 1)}
        >
          <ArrowDown size={18} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="button button-plain"
          disabled={place === 0}
          aria-pressed={tied}
          aria-label={fill(t.tieFor, { letter })}
          title={t.tie}
          onClick={() => onTie(place)}
        >
          <Equal size={18} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="button button-plain"
          aria-label={fill(t.remove, { letter })}
          onClick={() => onRemove(slot)}
        >
          <X size={18} aria-hidden="true" />
        </button>
      </span>
    </li>
  );
}

/** The order as a numbered list; buttons are the first way to change it, dragging an extra. */
export function RankList({ order, k, t, ...moves }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const ranks = placeRanks(order);
  useRankDragging(list, moves.onMove, order);
  return (
    <ol ref={list} aria-label={t.list} className="rank-list">
      {order.slots.map((slot, place) => (
        <RankRow
          key={slot}
          slot={slot}
          place={place}
          rank={ranks[place] ?? place + 1}
          tied={order.tied[place] ?? false}
          last={place === order.slots.length - 1}
          t={t}
          {...moves}
        />
      ))}
      {Array.from({ length: k - order.slots.length }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: free places have nothing but their number
        <li key={`free-${i}`} className="rank-row rank-row-free">
          <span className="rank-place">{order.slots.length + i + 1}</span>
          <span className="rank-letter">{t.free}</span>
        </li>
      ))}
    </ol>
  );
}

/** Dragging is loaded only where a mouse is, after the list stands. */
function useRankDragging(
  list: React.RefObject<HTMLOListElement | null>,
  onMove: RankMoves["onMove"],
  order: RankOrder,
): void {
  useEffect(() => {
    if (order.slots.length < 2 || !matchMedia("(pointer: fine)").matches) return;
    let stop: (() => void) | undefined;
    let left = false;
    void import("./rank-dragging.ts").then(({ enableDragging }) => {
      if (!left && list.current) stop = enableDragging(list.current, onMove);
    });
    return () => {
      left = true;
      stop?.();
    };
  }, [list, onMove, order]);
}
