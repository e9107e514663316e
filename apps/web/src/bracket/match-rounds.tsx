"use client";
import type { TournamentFormat } from "@agon/contract";
import type { Messages } from "../messages/en.ts";
import { BracketView } from "./bracket-view.tsx";
import { sectionsOf } from "./current-bracket.ts";
import type { Round } from "./shown-tournament.ts";
import type { Pinning } from "./use-pinned-path.ts";

export interface MatchRoundsProps {
  rounds: readonly Round[];
  view: "tree" | "rounds";
  format: TournamentFormat;
  path: string;
  running: boolean;
  fresh: ReadonlySet<string>;
  pinning: Pinning;
  t: Messages["bracket"];
}

/** The matches of one bracket: main, lower, final and third place stand apart. */
export function MatchRounds({ rounds, t, ...view }: MatchRoundsProps) {
  return sectionsOf(rounds).map((section, i, all) => (
    <div key={section[0]?.bracket ?? i}>
      {all.length > 1 && section[0] && <h2 className="py-3 text-lg">{t.sections[section[0].bracket]}</h2>}
      <BracketView rounds={section} {...view} t={t} />
    </div>
  ));
}
