"use client";
import type { ReactNode } from "react";
import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";
import type { Bracket } from "./shown-tournament.ts";
import type { Pinning } from "./use-pinned-path.ts";

interface Props {
  bracket: Bracket | undefined;
  /** Name of the model whose path is kept. */
  pinnedName: string | undefined;
  pinning: Pinning;
  hint: string | undefined;
  t: Messages["bracket"];
  children: ReactNode;
}

/** What stands above the matches of a bracket: its prompt, the path that is shown, its champion. */
export function GroupHead({ bracket, pinnedName, pinning, hint, t, children }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3 py-5">
      <div className="me-auto">
        {!bracket?.group && <h2 className="sr-only">{t.matches}</h2>}
        {bracket?.group && (
          <h2 dir="auto" title={bracket.group} className="line-clamp-2 max-w-text text-xl">
            {bracket.prompt_text ?? bracket.group}
          </h2>
        )}
        <p className="text-sm text-muted">
          {pinnedName === undefined ? (
            <span className="max-sm:hidden">{hint}</span>
          ) : (
            <>
              {fill(t.path, { model: pinnedName })}{" "}
              <button
                type="button"
                className="quiet-link py-1"
                onClick={() => pinning.pin(pinning.pinned ?? "")}
              >
                {t.unpin}
              </button>
            </>
          )}
        </p>
      </div>
      {bracket?.champion && (
        <p className="font-serif text-lg">
          {t.champion}: <strong className="font-semibold text-terracotta">{bracket.champion.name}</strong>
        </p>
      )}
      {children}
    </div>
  );
}
