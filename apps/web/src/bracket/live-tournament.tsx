"use client";
import type { Match, Tournament } from "@agon/contract";
import type { Messages } from "../messages/en.ts";
import { ViewSwitch } from "../ui/view-switch.tsx";
import { CrossTable } from "./cross-table.tsx";
import { currentBracket, hasTree, roundTitleOf } from "./current-bracket.ts";
import { GroupHead } from "./group-head.tsx";
import { MatchRounds } from "./match-rounds.tsx";
import { decisionNews } from "./news.ts";
import { PlacementSteps } from "./placement-steps.tsx";
import { FollowNote, PromptStrip } from "./prompt-strip.tsx";
import { roundTitle } from "./round-title.ts";
import type { Bracket, Round, ShownTournament } from "./shown-tournament.ts";
import { SortOrder } from "./sort-order.tsx";
import { Standings } from "./standings.tsx";
import { SwissChain, SwissRounds } from "./swiss-rounds.tsx";
import { TournamentFacts } from "./tournament-facts.tsx";
import { useLiveTournament } from "./use-live-tournament.ts";
import { useNews } from "./use-news.ts";
import { type Pinning, usePinnedPath } from "./use-pinned-path.ts";

export interface LiveTournamentProps {
  initial: Tournament;
  /** The bracket the reader chose by its prompt. */
  group: string | undefined;
  view: "tree" | "rounds";
  path: string;
  lang: string;
  t: Messages["bracket"];
}

const titleIn = (tournament: Tournament, match: Match, t: Messages["bracket"]): string =>
  roundTitleOf(tournament, match.id, t.rounds) || (match.group ?? "");

interface PartProps extends Omit<LiveTournamentProps, "initial"> {
  tournament: ShownTournament;
  bracket: Bracket | undefined;
  rounds: readonly Round[];
  fresh: ReadonlySet<string>;
  pinning: Pinning;
}

const isRunning = ({ status }: ShownTournament): boolean => status === "running";

/** What stands above the matches: the drawing that fits the format, and the way from prompt to prompt. */
function Drawing({ tournament, bracket, group, view, path, lang, pinning, t }: PartProps) {
  const { chart, entrants, brackets } = tournament;
  const running = isRunning(tournament);
  const steps = { brackets, current: bracket?.group ?? null, chosen: group !== undefined, running, path };
  const strip = brackets.length > 1 && (
    <PromptStrip {...steps} view={view === "tree" ? undefined : view} t={t.pick} />
  );
  switch (chart.kind) {
    case "bracket":
    case "league":
      return strip;
    case "swiss":
      return (
        <div className="grid gap-3">
          <SwissRounds {...steps} chart={chart} lang={lang} t={t} />
          <FollowNote chosen={steps.chosen} running={running} address={path} t={t.pick} />
        </div>
      );
    case "cross-table":
      return (
        <div className="grid gap-8">
          <CrossTable chart={chart} entrants={entrants} pinning={pinning} t={t.crossTable} />
          {strip}
        </div>
      );
    case "sort":
      return (
        <div className="grid gap-8">
          {strip}
          <SortOrder chart={chart} entrants={entrants} running={running} t={t.sorting} />
        </div>
      );
    case "placement":
      return <PlacementSteps chart={chart} entrants={entrants} path={path} lang={lang} t={t.placing} />;
  }
}

/** The matches of the bracket that is shown; a league's newest stand first. */
function Matches({ tournament, rounds, view, path, fresh, pinning, t }: PartProps) {
  const { format, chart } = tournament;
  if (rounds.length === 0) return <p className="py-6 text-muted">{t.empty}</p>;
  if (chart.kind === "swiss") {
    return rounds.map((round) => (
      <SwissChain
        key={round.round}
        matches={round.matches}
        round={roundTitle(round, rounds, t.rounds, format)}
        path={path}
        active={pinning.active}
        t={t}
      />
    ));
  }
  const newestFirst = chart.kind === "league" || chart.kind === "placement";
  const shown = newestFirst
    ? rounds.map((round) => ({ ...round, matches: round.matches.toReversed() }))
    : rounds;
  return (
    <MatchRounds
      rounds={shown}
      view={hasTree(rounds) ? view : "rounds"}
      format={format}
      path={path}
      running={isRunning(tournament)}
      fresh={fresh}
      pinning={pinning}
      t={t}
    />
  );
}

export function LiveTournament({ initial, group, view, path, lang, t }: LiveTournamentProps) {
  const pinning = usePinnedPath();
  const [news, collect] = useNews(
    (match) => decisionNews(match, titleIn(initial, match, t), t),
    lang,
    t.news,
  );
  const { tournament, status, fresh } = useLiveTournament({ initial, group, onDecided: collect });
  const bracket = currentBracket(tournament, group);
  const rounds = bracket?.rounds ?? [];
  const tree = hasTree(rounds);
  const pinnedName = tournament.entrants.find((entrant) => entrant.slug === pinning.pinned)?.name;
  const part = { tournament, bracket, rounds, group, view, path, lang, fresh, pinning, t };
  const { chart } = tournament;
  return (
    <>
      <TournamentFacts tournament={tournament} status={status} lang={lang} t={t} />
      <Drawing {...part} />
      <GroupHead
        bracket={bracket}
        pinnedName={pinnedName}
        pinning={pinning}
        hint={tree ? t.hint : undefined}
        t={t}
      >
        {tree && (
          <ViewSwitch
            label={t.view.label}
            path={path}
            params={group === undefined ? {} : { group }}
            name="view"
            current={view}
            standard="tree"
            choices={[
              { value: "tree", text: t.view.tree },
              { value: "rounds", text: t.view.rounds },
            ]}
          />
        )}
      </GroupHead>
      <Matches {...part} />
      <section aria-labelledby="standings" className="pt-10">
        <h2 id="standings" className="pb-3 text-2xl">
          {t.standings}
        </h2>
        <Standings
          rows={tournament.standings}
          withTitles={tournament.brackets.length > 1 && (chart.kind === "bracket" || chart.kind === "sort")}
          marked={chart.kind === "placement" ? chart.newcomer : undefined}
          pinning={pinning}
          lang={lang}
          t={t}
        />
      </section>
      <p role="status" className="sr-only" data-testid="bracket-news">
        {news}
      </p>
    </>
  );
}
