import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";
import { letterOf } from "./choice.ts";
import { KeyHint } from "./key-hint.tsx";
import { rankOf } from "./rank-order.ts";
import type { Ranking } from "./use-rank-order.ts";

interface Props {
  slot: number;
  ranking: Ranking;
  disabled: boolean;
  /** Keys are on: the button shows its digit. */
  keys: boolean;
  t: Messages["vote"];
}

/** Ranks an output next, or takes away the rank the voter gave it; in Best mode names it the best. */
export function RankButton({ slot, ranking, disabled, keys, t }: Props) {
  const best = ranking.mode === "best";
  const rank = best ? null : rankOf(ranking.order, slot);
  const free = best ? t.rank.bestShort : t.rank.chooseShort;
  return (
    <button
      type="button"
      className="button rank-button ms-auto"
      disabled={disabled}
      aria-pressed={rank !== null || (best && ranking.best === slot)}
      onClick={() => ranking.press(slot)}
    >
      {rank === null && <KeyHint label={keys ? String(slot + 1) : null} />}
      <span>
        {rank === null ? free : fill(t.rank.place, { rank })}
        <span className="sr-only"> {fill(t.output, { letter: letterOf(slot) })}</span>
      </span>
    </button>
  );
}
