"use client";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { classNames } from "./class-names.ts";

interface Props {
  title: string;
  closeLabel: string;
  onClose: () => void;
  /** Fills the window. */
  wide?: boolean;
  children: ReactNode;
}

/** The browser's own dialog: it keeps the focus, closes by Escape and gives the focus back. */
export function Modal({ title, closeLabel, onClose, wide = false, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="modal-title"
      onClose={onClose}
      className={classNames("modal", wide && "modal-wide")}
    >
      <header className="flex items-center justify-between gap-4 pb-3">
        <h2 id="modal-title" className="text-xl">
          {title}
        </h2>
        <button
          type="button"
          className="button button-plain button-small"
          onClick={() => dialog.current?.close()}
        >
          <X size={16} aria-hidden="true" />
          {closeLabel}
        </button>
      </header>
      {children}
    </dialog>
  );
}
