"use client";
import type { Match, Tournament } from "@agon/contract";
import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";
import { ViewSwitch } from "../ui/view-switch.tsx";
import { BracketView } from "./bracket-view.tsx";
import { currentBracket, hasTree, roundTitleOf, sectionsOf } from "./current-bracket.ts";
import { PromptStrip } from "./prompt-strip.tsx";
import { Standings } from "./standings.tsx";
import { TournamentFacts } from "./tournament-facts.tsx";
import { useLiveTournament } from "./use-live-tournament.ts";
import { useNews } from "./use-news.ts";
import { usePinnedPath } from "./use-pinned-path.ts";

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

export function LiveTournament({ initial, group, view, path, lang, t }: LiveTournamentProps) {
  const pinning = usePinnedPath();
  const [news, collect] = useNews((match) => titleIn(initial, match, t), lang, t.news);
  const { tournament, status, fresh } = useLiveTournament({ initial, group, onDecided: collect });
  const bracket = currentBracket(tournament);
  const rounds = bracket?.rounds ?? [];
  const perPrompt = tournament.brackets.length > 1;
  const tree = hasTree(rounds);
  const shown = tree ? view : "rounds";
  const pinnedName = tournament.entrants.find((entrant) => entrant.slug === pinning.pinned)?.name;
  const query = { ...(group === undefined ? {} : { group }) };
  return (
    <>
      <TournamentFacts tournament={tournament} status={status} lang={lang} t={t} />
      {perPrompt && (
        <PromptStrip
          brackets={tournament.brackets}
          current={bracket?.group ?? null}
          chosen={group !== undefined}
          running={tournament.status === "running"}
          path={path}
          view={view === "tree" ? undefined : view}
          t={t.pick}
        />
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3 py-5">
        <div className="me-auto">
          {bracket?.group && (
            <h2 dir="auto" title={bracket.group} className="line-clamp-2 max-w-text text-xl">
              {bracket.prompt_text ?? bracket.group}
            </h2>
          )}
          <p className="text-sm text-muted">
            {pinnedName === undefined ? (
              <span className="max-sm:hidden">{tree && t.hint}</span>
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
        {tree && (
          <ViewSwitch
            label={t.view.label}
            path={path}
            params={query}
            name="view"
            current={view}
            standard="tree"
            choices={[
              { value: "tree", text: t.view.tree },
              { value: "rounds", text: t.view.rounds },
            ]}
          />
        )}
      </div>
      {rounds.length === 0 && <p className="py-6 text-muted">{t.empty}</p>}
      {sectionsOf(rounds).map((section, i, all) => (
        <div key={section[0]?.bracket ?? i}>
          {all.length > 1 && section[0] && <h2 className="py-3 text-lg">{t.sections[section[0].bracket]}</h2>}
          <BracketView
            rounds={section}
            view={shown}
            path={path}
            running={tournament.status === "running"}
            fresh={fresh}
            pinning={pinning}
            t={t}
          />
        </div>
      ))}
      <section aria-labelledby="standings" className="pt-10">
        <h2 id="standings" className="pb-3 text-2xl">
          {t.standings}
        </h2>
        <Standings rows={tournament.standings} withTitles={perPrompt} pinning={pinning} lang={lang} t={t} />
      </section>
      <p role="status" className="sr-only" data-testid="bracket-news">
        {news}
      </p>
    </>
  );
}
