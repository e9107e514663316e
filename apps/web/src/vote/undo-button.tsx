"use client";
import { Undo2 } from "lucide-react";
import { useEffect, useState } from "react";
import type { Messages } from "../messages/en.ts";

const undoS = 5;

/** Counts the five seconds down, then leaves its room empty so that nothing beside it moves. */
export function UndoButton({ onUndo, t }: { onUndo: () => void; t: Messages["vote"] }) {
  const [left, setLeft] = useState(undoS);
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <button type="button" className={`button undo-button ${left === 0 ? "invisible" : ""}`} onClick={onUndo}>
      <Undo2 size={18} aria-hidden="true" />
      {t.undo}
      <span className="tabular-nums" aria-hidden="true">
        {left}
      </span>
    </button>
  );
}
