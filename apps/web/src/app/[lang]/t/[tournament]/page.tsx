import type { Metadata } from "next";
import { arenaOf, tournamentOf } from "../../../../api/server-client.ts";
import { oneOf, type SearchParams } from "../../../../board/board-query.ts";
import { TournamentPage } from "../../../../bracket/tournament-page.tsx";
import { pageLanguage } from "../../../../messages/page-language.ts";

interface Props {
  params: Promise<{ lang: string; tournament: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ tournament }, query] = await Promise.all([params, searchParams]);
  const { title, format_summary } = await tournamentOf(decodeURIComponent(tournament), oneOf(query, "group"));
  return { title, description: format_summary };
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
