import type { Arena, Tournament } from "@agon/contract";
import Link from "next/link";
import { href, type Language, messagesOf } from "../messages/language.ts";
import { LiveTournament } from "./live-tournament.tsx";
import { TournamentCrumb } from "./tournament-crumb.tsx";
import { tournamentTitle } from "./tournament-title.ts";

interface Props {
  arena: Arena;
  tournament: Tournament;
  group: string | undefined;
  view: "tree" | "rounds";
  lang: Language;
}

export function TournamentPage({ arena, tournament, group, view, lang }: Props) {
  const t = messagesOf(lang).bracket;
  const path = href(lang, `/t/${tournament.id}`);
  const votable = tournament.judge.kind === "human" && tournament.status === "running";
  return (
    <>
      <TournamentCrumb arena={arena} tournament={tournament} lang={lang} />
      <div className="flex flex-wrap items-center justify-between gap-4 pb-4">
        <h1 className="text-3xl sm:text-4xl">{tournamentTitle(tournament, lang, t)}</h1>
        <div className="flex flex-wrap items-center gap-4">
          <Link href={`${path}/embed`} prefetch={false} className="quiet-link py-2 text-sm">
            {messagesOf(lang).embed.link}
          </Link>
          {votable && (
            <Link href={`${path}/vote`} prefetch={false} className="button button-primary">
              {t.vote}
            </Link>
          )}
        </div>
      </div>
      <LiveTournament
        key={group ?? ""}
        initial={tournament}
        group={group}
        view={view}
        path={path}
        lang={lang}
        t={t}
      />
      <section aria-labelledby="good" className="pt-10">
        <h2 id="good" className="pb-2 text-2xl">
          {t.good}
        </h2>
        <p className="max-w-text">{t.about[tournament.format]}</p>
      </section>
    </>
  );
}
