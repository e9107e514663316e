import type { Metadata } from "next";
import { arenaOf, tournamentOf } from "../../../../api/server-client.ts";
import { oneOf, type SearchParams } from "../../../../board/board-query.ts";
import { TournamentPage } from "../../../../bracket/tournament-page.tsx";
import { tournamentTitle } from "../../../../bracket/tournament-title.ts";
import { messagesOf } from "../../../../messages/language.ts";
import { pageLanguage } from "../../../../messages/page-language.ts";

interface Props {
  params: Promise<{ lang: string; tournament: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ lang: path, tournament: id }, query] = await Promise.all([params, searchParams]);
  const tournament = await tournamentOf(decodeURIComponent(id), oneOf(query, "group"));
  const lang = pageLanguage(path);
  const t = messagesOf(lang).bracket;
  return { title: tournamentTitle(tournament, lang, t), description: t.about[tournament.format] };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ lang, tournament: id }, query] = await Promise.all([params, searchParams]);
  const group = oneOf(query, "group");
  const tournament = await tournamentOf(decodeURIComponent(id), group);
  return (
    <TournamentPage
      arena={await arenaOf(tournament.arena)}
      tournament={tournament}
      group={group}
      view={oneOf(query, "view") === "rounds" ? "rounds" : "tree"}
      lang={pageLanguage(lang)}
    />
  );
}
