"use client";
import { AlertDialog } from "@base-ui/react/alert-dialog";
import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";

interface Props {
  title: string;
  onCancel: () => void;
  t: Messages["admin"]["tournament"];
}

/** Cancelling cannot be taken back, so it is asked twice. */
export function CancelDialog({ title, onCancel, t }: Props) {
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger className="button button-plain">{t.cancel}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-backdrop" />
        <AlertDialog.Popup className="dialog-popup">
          <AlertDialog.Title className="pb-2 text-xl">{fill(t.cancelTitle, { title })}</AlertDialog.Title>
          <AlertDialog.Description>{t.cancelText}</AlertDialog.Description>
          <div className="flex flex-wrap gap-3 pt-5">
            <AlertDialog.Close className="button button-primary" onClick={onCancel}>
              {t.cancelYes}
            </AlertDialog.Close>
            <AlertDialog.Close className="button">{t.cancelNo}</AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
