import type { ReactNode } from "react";

/** A page or panel with nothing to show: one sentence, one thing to do. */
export function Notice({ sentence, children }: { sentence: string; children?: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-4 border-s-2 border-line ps-5 py-2 my-8">
      <p className="font-serif text-xl max-w-[40ch] text-pretty">{sentence}</p>
      {children}
    </div>
  );
}
