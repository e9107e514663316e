"use client";
import { useState } from "react";
import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";
import { Modal } from "../ui/modal.tsx";
import { letterOf } from "./choice.ts";
import { keyLabel, keysOf, keyTakenBy, normalKey, type VoteAction, voteActions } from "./key-map.ts";
import type { KeySettings } from "./key-settings.ts";

interface Props {
  settings: KeySettings;
  onChange: (settings: KeySettings) => void;
  onClose: () => void;
  /** Outputs of the battle; two make a duel. */
  k: number;
  t: Messages["vote"]["keys"];
}

const duelOnly: readonly VoteAction[] = ["a", "b", "tie", "bothBad"];

/** Shows the keys, switches them off, and takes other ones. */
export function KeysDialog({ settings, onChange, onClose, k, t }: Props) {
  const [waiting, setWaiting] = useState<VoteAction | null>(null);
  const [taken, setTaken] = useState<VoteAction | null>(null);
  const actions = k > 2 ? voteActions.filter((action) => !duelOnly.includes(action)) : voteActions;
  const assign = (action: VoteAction, key: string) => {
    const owner = keyTakenBy(normalKey(key), action, settings.own);
    setTaken(owner);
    if (owner) return;
    setWaiting(null);
    onChange({ ...settings, own: { ...settings.own, [action]: normalKey(key) } });
  };
  return (
    <Modal title={t.title} closeLabel={t.close} onClose={onClose}>
      <label className="flex items-center gap-3 py-2">
        <input
          type="checkbox"
          className="size-5 accent-ink"
          checked={settings.enabled}
          onChange={(event) => onChange({ ...settings, enabled: event.target.checked })}
        />
        {t.on}
      </label>
      <p className="text-sm text-muted">{t.remap}</p>
      <ul className="divide-y divide-line py-2">
        {k > 2 && <li className="py-2">{fill(t.rank, { n: k, last: letterOf(k - 1) })}</li>}
        {actions.map((action) => (
          <li key={action} className="flex items-center justify-between gap-6 py-1">
            {t.actions[action]}
            <button
              type="button"
              className="button button-small min-w-24"
              onClick={() => setWaiting(action)}
              onBlur={() => setWaiting(null)}
              onKeyDown={(event) => {
                if (waiting !== action || ["Tab", "Escape", "Shift"].includes(event.key)) return;
                event.preventDefault();
                assign(action, event.key);
              }}
              aria-label={`${t.actions[action]}: ${keysOf(action, settings.own).map(keyLabel).join(", ")}`}
            >
              {waiting === action
                ? t.press
                : keysOf(action, settings.own).map((key) => (
                    <kbd key={key} className="key">
                      {keyLabel(key)}
                    </kbd>
                  ))}
            </button>
          </li>
        ))}
      </ul>
      <p aria-live="polite" className="min-h-[1lh] text-sm font-medium">
        {taken && fill(t.taken, { action: t.actions[taken] })}
      </p>
      <p className="pb-4 text-sm text-muted">{t.ignored}</p>
      <button type="button" className="button" onClick={() => onChange({ ...settings, own: {} })}>
        {t.reset}
      </button>
    </Modal>
  );
}
