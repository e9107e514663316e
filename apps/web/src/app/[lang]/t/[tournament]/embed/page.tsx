import type { Metadata } from "next";
import { arenaOf, tournamentOf } from "../../../../../api/server-client.ts";
import { TournamentCrumb } from "../../../../../bracket/tournament-crumb.tsx";
import { EmbedPage } from "../../../../../embed/embed-page.tsx";
import { fill } from "../../../../../messages/format.ts";
import { messagesOf } from "../../../../../messages/language.ts";
import { pageLanguage } from "../../../../../messages/page-language.ts";

interface Props {
  params: Promise<{ lang: string; tournament: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, tournament } = await params;
  const { title } = await tournamentOf(decodeURIComponent(tournament), undefined);
  return { title: fill(messagesOf(pageLanguage(lang)).embed.title, { title }) };
}

export default async function Page({ params }: Props) {
  const { lang: segment, tournament: id } = await params;
  const lang = pageLanguage(segment);
  const tournament = await tournamentOf(decodeURIComponent(id), undefined);
  const arena = await arenaOf(tournament.arena);
  const target = {
    kind: "bracket",
    id: tournament.id,
    title: tournament.title,
    models: tournament.entrants,
  } as const;
  return (
    <>
      <TournamentCrumb arena={arena} tournament={tournament} lang={lang} />
      <EmbedPage target={target} origins={arena.embed_origins} lang={lang} />
    </>
  );
}
