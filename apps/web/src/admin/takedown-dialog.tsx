"use client";
import type { ModelProfile } from "@agon/contract";
import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useState } from "react";
import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";
import { Field } from "./field.tsx";

interface Props {
  output: ModelProfile["outputs"][number];
  busy: boolean;
  onConfirm: (reason: string) => void;
  t: Messages["admin"]["takedown"];
}

const longestReason = 500;

/** What is removed cannot be had again, so it is asked twice and needs a reason. */
export function TakedownDialog({ output, busy, onConfirm, t }: Props) {
  const [reason, setReason] = useState("");
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger
        className="button button-plain shrink-0"
        disabled={busy}
        aria-label={fill(t.actOn, { prompt: output.prompt_text })}
      >
        {t.act}
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-backdrop" />
        <AlertDialog.Popup className="dialog-popup">
          <AlertDialog.Title className="pb-2 text-xl">
            {fill(t.confirm, { model: output.model.name })}
          </AlertDialog.Title>
          <AlertDialog.Description>{t.text}</AlertDialog.Description>
          <p className="line-clamp-3 border-s-2 border-line ps-4 my-4 text-muted">{output.prompt_text}</p>
          <Field label={t.reason}>
            <input
              className="field"
              required
              maxLength={longestReason}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
          <div className="flex flex-wrap gap-3 pt-5">
            <AlertDialog.Close
              className="button button-primary"
              disabled={reason.trim() === ""}
              onClick={() => onConfirm(reason)}
            >
              {t.yes}
            </AlertDialog.Close>
            <AlertDialog.Close className="button">{t.no}</AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
