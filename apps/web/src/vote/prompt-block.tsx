"use client";
import { useState } from "react";
import type { Messages } from "../messages/en.ts";
import { classNames } from "../ui/class-names.ts";

const isLong = (text: string): boolean => text.length > 480 || text.split("\n").length > 7;

/** The prompt as it was given; a long one opens on demand, so that the outputs stay in sight. */
export function PromptBlock({ text, t }: { text: string | null; t: Messages["vote"] }) {
  const [open, setOpen] = useState(false);
  const long = text !== null && isLong(text);
  return (
    <section aria-label={t.prompt} className="border-s-2 border-ink ps-4">
      <p className="text-sm text-muted">{t.prompt}</p>
      {text === null ? (
        <span className="skeleton my-1.5 block h-5 w-[32ch] max-w-full" aria-hidden="true" />
      ) : (
        <p dir="auto" className={classNames("prompt-text", long && !open && "line-clamp-3 md:line-clamp-5")}>
          {text}
        </p>
      )}
      {long && (
        <button
          type="button"
          aria-expanded={open}
          className="quiet-link py-2 text-sm"
          onClick={() => setOpen(!open)}
        >
          {open ? t.showLess : t.showAll}
        </button>
      )}
    </section>
  );
}
