"use client";
import type { RulingPreview } from "@agon/contract";
import { AlertDialog } from "@base-ui/react/alert-dialog";
import { matchSentence } from "../bracket/match-sentence.ts";
import type { Messages } from "../messages/en.ts";
import { count } from "../messages/format.ts";

interface Props {
  preview: RulingPreview;
  /** Whether the match is declared void, or gets other ranks. */
  isVoid: boolean;
  /** The name of the round a match stands in. */
  roundOf: (match: RulingPreview["resets"][number]) => string;
  onConfirm: () => void;
  onClose: () => void;
  lang: string;
  bracket: Messages["bracket"];
  t: Messages["admin"]["match"];
}

const shownAtMost = 12;

/** Says what a ruling takes back before it is made. */
export function RulingDialog({ preview, isVoid, roundOf, onConfirm, onClose, lang, bracket, t }: Props) {
  const { resets, verdicts } = preview;
  return (
    <AlertDialog.Root open onOpenChange={(stays) => !stays && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-backdrop" />
        <AlertDialog.Popup className="dialog-popup">
          <AlertDialog.Title className="pb-2 text-xl">
            {isVoid ? t.confirmVoid : t.confirmRanks}
          </AlertDialog.Title>
          <AlertDialog.Description>
            {resets.length === 0 ? t.resetsNothing : count(lang, t.resets, resets.length)}{" "}
            {verdicts > 0 && count(lang, t.verdicts, verdicts)}
          </AlertDialog.Description>
          <ul className="max-h-64 list-disc overflow-auto ps-5 pt-2 text-sm" data-testid="resets">
            {resets.slice(0, shownAtMost).map((match) => (
              <li key={match.id}>{matchSentence(match, roundOf(match), false, bracket)}</li>
            ))}
            {resets.length > shownAtMost && <li>{count(lang, t.moreResets, resets.length - shownAtMost)}</li>}
          </ul>
          <div className="flex flex-wrap gap-3 pt-5">
            <AlertDialog.Close className="button button-primary" onClick={onConfirm}>
              {isVoid ? t.void : t.correct}
            </AlertDialog.Close>
            <AlertDialog.Close className="button">{t.keep}</AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
