"use client";
import type { Match, TournamentFormat } from "@agon/contract";
import { type CSSProperties, useMemo } from "react";
import type { Messages } from "../messages/en.ts";
import { BracketLines } from "./bracket-lines.tsx";
import { MatchCell } from "./match-cell.tsx";
import { liveMatch, pathOf } from "./path-of.ts";
import { roundTitle } from "./round-title.ts";
import type { Round } from "./shown-tournament.ts";
import { size, treeLayout } from "./tree-layout.ts";
import type { Pinning } from "./use-pinned-path.ts";

interface Props {
  rounds: readonly Round[];
  view: "tree" | "rounds";
  format: TournamentFormat;
  path: string;
  running: boolean;
  fresh: ReadonlySet<string>;
  pinning: Pinning;
  t: Messages["bracket"];
}

const sectionId = (round: Round): string => `round-${round.bracket}-${round.round}`;

/** The rounds of one bracket (main, lower, final, ...), as a tree or as lists. */
export function BracketView({ rounds, view, format, path, running, fresh, pinning, t }: Props) {
  const matches = useMemo(() => rounds.flatMap((round) => round.matches), [rounds]);
  const layout = useMemo(() => treeLayout(matches), [matches]);
  const byId = useMemo(() => new Map<string, Match>(matches.map((match) => [match.id, match])), [matches]);
  const tops = new Map(layout.cells.map((cell) => [cell.match.id, cell.y]));
  const live = liveMatch(matches, running);
  const { active } = pinning;
  const style = {
    "--tree-height": `${layout.height}px`,
    "--cell-width": `${size.cellWidth}px`,
    "--column-gap": `${size.columnGap}px`,
  };
  return (
    <section
      className="bracket"
      data-view={view}
      style={style as CSSProperties}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label={`${t.label}: ${t.sections[rounds[0]?.bracket ?? "main"]}`}
    >
      {view === "tree" && (
        <BracketLines
          layout={layout}
          matches={byId}
          path={active === null ? null : pathOf(matches, active)}
        />
      )}
      {rounds.map((round) => (
        <section key={sectionId(round)} className="bracket-round" aria-labelledby={sectionId(round)}>
          <h3 id={sectionId(round)}>{roundTitle(round, rounds, t.rounds, format)}</h3>
          <ol>
            {round.matches.map((match) => (
              <li key={match.id} style={{ "--y": `${tops.get(match.id) ?? 0}px` } as CSSProperties}>
                <MatchCell
                  match={match}
                  round={roundTitle(round, rounds, t.rounds, format)}
                  path={path}
                  live={match.id === live}
                  active={active}
                  fresh={fresh.has(match.id)}
                  onPoint={pinning.point}
                  onPin={pinning.pin}
                  t={t}
                />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}
