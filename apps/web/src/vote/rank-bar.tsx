import type { Messages } from "../messages/en.ts";
import { count, fill } from "../messages/format.ts";
import { classNames } from "../ui/class-names.ts";
import { type Choice, letterOf } from "./choice.ts";
import { KeyHint } from "./key-hint.tsx";
import type { Ranking } from "./use-rank-order.ts";

interface Props {
  ranking: Ranking;
  k: number;
  disabled: boolean;
  onChoose: (choice: Choice) => void;
  castKey: string | null;
  lang: string;
  t: Messages["vote"];
}

const modes = ["rank", "best"] as const;

function castLabel({ mode, best }: Ranking, t: Messages["vote"]["rank"]): string {
  if (mode === "rank") return t.submit;
  return best === null ? t.submitBestNone : fill(t.submitBest, { letter: letterOf(best) });
}

/** What is missing before the vote can be cast. */
function hintOf(
  mode: Ranking["mode"],
  left: number,
  k: number,
  lang: string,
  t: Messages["vote"]["rank"],
): string {
  if (mode === "best") return t.hintBest;
  if (left === k) return t.hint;
  return left > 0 ? count(lang, t.left, left) : "";
}

/** Casts the order; says how many outputs are left. */
export function RankBar({ ranking, k, disabled, onChoose, castKey, lang, t }: Props) {
  const left = k - ranking.order.slots.length;
  const { choice, mode } = ranking;
  return (
    <div className="after-vote">
      <fieldset className="flex rounded-md border border-muted p-0.5">
        <legend className="sr-only">{t.mode.label}</legend>
        {modes.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={mode === name}
            className={classNames(
              "min-h-11 rounded-[4px] px-3 text-sm",
              mode === name ? "bg-ink text-paper" : "text-muted hover:text-ink",
            )}
            onClick={() => ranking.setMode(name)}
          >
            {t.mode[name]}
          </button>
        ))}
      </fieldset>
      <p className="text-sm text-muted max-sm:hidden">{hintOf(mode, left, k, lang, t.rank)}</p>
      <button
        type="button"
        className="button button-primary next-button"
        disabled={disabled || choice === null}
        onClick={() => choice && onChoose(choice)}
      >
        {castLabel(ranking, t.rank)}
        <KeyHint label={castKey} />
      </button>
    </div>
  );
}
