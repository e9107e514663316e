import type { Ref } from "react";
import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";
import { isSkip } from "./choice.ts";
import { KeyHint } from "./key-hint.tsx";
import { UndoButton } from "./undo-button.tsx";
import type { VoteState } from "./vote-state.ts";

interface Props {
  state: VoteState & { phase: "revealed" | "spent" | "kept" };
  onUndo: () => void;
  onNext: () => void;
  nextKey: string | null;
  nextButton: Ref<HTMLButtonElement>;
  t: Messages["vote"];
}

/** What the bar says once a vote was cast. */
export function sentenceOf(state: Props["state"], online: boolean, t: Messages["vote"]): string {
  if (state.phase === "kept") return online ? t.states.kept : t.states.offline;
  if (state.phase === "spent")
    return state.reason === "broken"
      ? fill(t.states.broken, { reason: state.detail })
      : t.states[state.reason];
  if (state.undone) return t.reveal.undone;
  if (isSkip(state.choice)) return t.reveal.skipped;
  return state.answer.counted ? t.reveal.counted : t.reveal.notCounted;
}

export function AfterVote({ state, onUndo, onNext, nextKey, nextButton, t }: Props) {
  const undoable = state.phase === "revealed" && !state.undone && state.answer.undo_until !== null;
  const good = state.phase === "revealed" && !state.undone;
  return (
    <div className="after-vote">
      <p className={good ? "font-medium text-olive" : "font-medium"}>
        {sentenceOf(state, navigator.onLine, t)}
      </p>
      {undoable && <UndoButton key={state.ballot.id} onUndo={onUndo} t={t} />}
      {state.phase !== "kept" && (
        <button ref={nextButton} type="button" className="button button-primary next-button" onClick={onNext}>
          {state.phase === "spent" ? t.states.next : t.next}
          <KeyHint label={nextKey} />
        </button>
      )}
    </div>
  );
}
