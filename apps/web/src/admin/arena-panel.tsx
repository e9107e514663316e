"use client";
import { fill, formatNumber } from "../messages/format.ts";
import type { PanelProps } from "./operator-console.tsx";
import { Outcome } from "./outcome.tsx";
import { useAction } from "./use-action.ts";

/** What the arena holds, and whether it takes votes. */
export function ArenaPanel({ api, arena, onChanged, base, lang, t }: PanelProps) {
  const action = useAction();
  const open = arena.status === "open";
  const number = (n: number) => formatNumber(lang, n);
  const change = () =>
    action.run(async () => {
      await api.changeArena(arena.slug, { status: open ? "paused" : "open" });
      onChanged();
      return "";
    });
  return (
    <div className="grid justify-items-start gap-4">
      <h2 className="text-2xl">
        <a href={`${base}/a/${arena.slug}`} className="quiet-link">
          {arena.title}
        </a>
      </h2>
      <p className="tabular-nums">
        {fill(t.arena.facts, {
          models: number(arena.models),
          prompts: number(arena.prompts),
          outputs: number(arena.outputs),
          votes: number(arena.votes),
        })}
      </p>
      <p>{open ? t.arena.open : t.arena.paused}</p>
      <button type="button" className="button" disabled={action.busy} onClick={change}>
        {open ? t.arena.pause : t.arena.resume}
      </button>
      <Outcome text={action.text} bad={action.bad} />
    </div>
  );
}
