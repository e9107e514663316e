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
  keys: boolean;
  t: Messages["vote"]["rank"];
}

/** Ranks an output next, or takes its rank away; in Best mode names it the best. */
export function RankButton({ slot, ranking, disabled, keys, t }: Props) {
  const letter = letterOf(slot);
  const rank = ranking.mode === "rank" ? rankOf(ranking.order, slot) : null;
  const pressed = rank !== null || (ranking.mode === "best" && ranking.best === slot);
  const label = ranking.mode === "best" ? t.chooseBest : t.choose;
  return (
    <button
      type="button"
      className="button rank-button ms-auto"
      disabled={disabled}
      aria-pressed={pressed}
      aria-label={fill(rank === null ? label : t.chosen, {
        letter,
        rank: rank ?? 0,
        n: ranking.order.slots.length,
      })}
      onClick={() => ranking.press(slot)}
    >
      {rank !== null ? fill(t.place, { rank }) : <KeyHint label={keys ? String(slot + 1) : null} />}
      {rank === null && (ranking.mode === "best" ? t.bestShort : t.chooseShort)}
    </button>
  );
}
