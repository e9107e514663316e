import type { Metadata } from "next";
import { allPages } from "../../../../../api/all-pages.ts";
import { api, arenaOf, orNotFound } from "../../../../../api/server-client.ts";
import { TournamentList } from "../../../../../arena/tournament-list.tsx";
import { messagesOf } from "../../../../../messages/language.ts";
import { pageLanguage } from "../../../../../messages/page-language.ts";

interface Props {
  params: Promise<{ lang: string; arena: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, arena } = await params;
  return {
    title: `${messagesOf(pageLanguage(lang)).site.tournaments.title}: ${(await arenaOf(arena)).title}`,
  };
}

export default async function Page({ params }: Props) {
  const { lang, arena } = await params;
  const tournaments = await orNotFound(allPages((query) => api().tournaments(arena, query)));
  return <TournamentList arena={arena} tournaments={tournaments} lang={pageLanguage(lang)} />;
}
