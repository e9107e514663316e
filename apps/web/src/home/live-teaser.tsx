"use client";
import type { Tournament } from "@agon/contract";
import Link from "next/link";
import { BracketView } from "../bracket/bracket-view.tsx";
import { currentBracket } from "../bracket/current-bracket.ts";
import { lastRounds } from "../bracket/last-rounds.ts";
import { tournamentTitle } from "../bracket/tournament-title.ts";
import { useLiveTournament } from "../bracket/use-live-tournament.ts";
import { usePinnedPath } from "../bracket/use-pinned-path.ts";
import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";

interface Props {
  initial: Tournament;
  path: string;
  liveNow: string;
  decided: string;
  lang: string;
  t: Messages["bracket"];
}

/** Four matches a round fit above the fold. */
const matchesAtMost = 4;
const ignoreDecided = () => undefined;

/** The last rounds of the bracket that is being decided now; it moves while somebody reads the page. */
export function LiveTeaser({ initial, path, liveNow, decided, lang, t }: Props) {
  const pinning = usePinnedPath();
  const { tournament, fresh } = useLiveTournament({
    initial,
    group: undefined,
    onDecided: ignoreDecided,
  });
  const bracket = currentBracket(tournament);
  const { matches_decided: done, matches_total: total } = tournament;
  return (
    <section aria-labelledby="live-now" className="live-teaser">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 pb-4">
        <h2 id="live-now" className="flex items-center gap-2.5 text-xl">
          <i className="size-2.5 rounded-full bg-terracotta pulse" aria-hidden="true" />
          {liveNow}:{" "}
          <Link href={path} prefetch={false} className="quiet-link">
            {tournamentTitle(tournament, lang, t)}
          </Link>
        </h2>
        <p className="ms-auto text-sm text-muted tabular-nums">
          {bracket?.group && <>{bracket.group} · </>}
          {total !== null && fill(decided, { done, total })}
        </p>
      </div>
      <BracketView
        rounds={lastRounds(bracket?.rounds ?? [], matchesAtMost)}
        view="tree"
        format={tournament.format}
        path={path}
        running={tournament.status === "running"}
        fresh={fresh}
        pinning={pinning}
        t={t}
      />
    </section>
  );
}
