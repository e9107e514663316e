"use client";
import { AlertDialog } from "@base-ui/react/alert-dialog";
import type { Messages } from "../messages/en.ts";

interface Props {
  onForget: () => void;
  t: Messages["you"];
}

/** Deleting cannot be taken back, so it is asked twice. */
export function ForgetDialog({ onForget, t }: Props) {
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger className="button">{t.forget}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-backdrop" />
        <AlertDialog.Popup className="dialog-popup">
          <AlertDialog.Title className="pb-2 text-xl">{t.forgetTitle}</AlertDialog.Title>
          <AlertDialog.Description>{t.forgetText}</AlertDialog.Description>
          <div className="flex flex-wrap gap-3 pt-5">
            <AlertDialog.Close className="button button-primary" onClick={onForget}>
              {t.forgetYes}
            </AlertDialog.Close>
            <AlertDialog.Close className="button">{t.forgetNo}</AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
