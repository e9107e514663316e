import type { Messages } from "../messages/en.ts";
import type { Choice } from "./choice.ts";
import { KeyHint } from "./key-hint.tsx";
import { keyLabel, keysOf, type OwnKeys, type VoteAction } from "./key-map.ts";

interface Props {
  onChoose: (choice: Choice) => void;
  disabled: boolean;
  /** Null while keys are switched off. */
  keys: OwnKeys | null;
  t: Messages["vote"];
}

const outcomes = [
  { action: "a", outcome: "a", primary: true },
  { action: "tie", outcome: "tie", primary: false },
  { action: "bothBad", outcome: "both_bad", primary: false },
  { action: "b", outcome: "b", primary: true },
] as const;

export const firstKey = (action: VoteAction, keys: OwnKeys | null): string | null => {
  const key = keys && keysOf(action, keys)[0];
  return key ? keyLabel(key) : null;
};

/** The four verdicts of a duel; A stands under the left output and B under the right one. */
export function DuelButtons({ onChoose, disabled, keys, t }: Props) {
  return (
    <div className="duel-buttons">
      {outcomes.map(({ action, outcome, primary }) => (
        <button
          key={action}
          type="button"
          disabled={disabled}
          className={`button duel-${action} ${primary ? "button-primary" : ""}`}
          onClick={() => onChoose({ outcome })}
        >
          {t.duel[action]}
          <KeyHint label={firstKey(action, keys)} />
        </button>
      ))}
    </div>
  );
}
