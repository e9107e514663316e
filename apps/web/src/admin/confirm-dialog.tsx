"use client";
import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useState } from "react";
import { Field } from "./field.tsx";

export interface ConfirmWords {
  /** On the button that asks. */
  readonly open: string;
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  /** Label of the reason, where one may be given. */
  readonly reason?: string;
}

interface Props {
  words: ConfirmWords;
  /** Gets the reason, trimmed; empty where none was given. */
  onConfirm: (reason: string) => void;
}

/** What cannot be taken back is asked twice. */
export function ConfirmDialog({ words, onConfirm }: Props) {
  const [reason, setReason] = useState("");
  return (
    <AlertDialog.Root onOpenChange={() => setReason("")}>
      <AlertDialog.Trigger className="button button-plain">{words.open}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-backdrop" />
        <AlertDialog.Popup className="dialog-popup">
          <AlertDialog.Title className="pb-2 text-xl">{words.title}</AlertDialog.Title>
          <AlertDialog.Description>{words.text}</AlertDialog.Description>
          {words.reason !== undefined && (
            <div className="pt-4">
              <Field label={words.reason}>
                <input
                  className="field"
                  maxLength={1_000}
                  value={reason}
                  onChange={({ target }) => setReason(target.value)}
                />
              </Field>
            </div>
          )}
          <div className="flex flex-wrap gap-3 pt-5">
            <AlertDialog.Close className="button button-primary" onClick={() => onConfirm(reason.trim())}>
              {words.yes}
            </AlertDialog.Close>
            <AlertDialog.Close className="button">{words.no}</AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
