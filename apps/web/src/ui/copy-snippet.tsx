"use client";
import { Copy } from "lucide-react";
import { useState } from "react";
import type { Messages } from "../messages/en.ts";

export type CopyTexts = Pick<Messages["embed"], "copy" | "copied" | "notCopied">;

interface Props {
  label: string;
  text: string;
  t: CopyTexts;
}

/** A text to be taken along, with a button that does it. */
export function CopySnippet({ label, text, t }: Props) {
  const [said, setSaid] = useState("");
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setSaid(t.copied),
      () => setSaid(t.notCopied),
    );
  };
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-lg">{label}</h2>
        <div className="flex items-center gap-3 text-sm">
          <span role="status" className="text-olive">
            {said}
          </span>
          <button type="button" className="button button-small" onClick={copy}>
            <Copy size={16} aria-hidden="true" />
            {t.copy}
            <span className="sr-only">: {label}</span>
          </button>
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, by keyboard too */}
      <pre tabIndex={0} className="overflow-x-auto rounded-md border border-line bg-raised p-3 text-sm">
        <code>{text}</code>
      </pre>
    </div>
  );
}
