import type { Metadata } from "next";
import { arenaOf, tournamentOf } from "../../../../../api/server-client.ts";
import { TournamentCrumb } from "../../../../../bracket/tournament-crumb.tsx";
import { tournamentTitle } from "../../../../../bracket/tournament-title.ts";
import { fill } from "../../../../../messages/format.ts";
import { messagesOf } from "../../../../../messages/language.ts";
import { pageLanguage } from "../../../../../messages/page-language.ts";
import { VotePage } from "../../../../../vote/vote-page.tsx";

interface Props {
  params: Promise<{ lang: string; tournament: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, tournament } = await params;
  const t = messagesOf(pageLanguage(lang));
  const read = await tournamentOf(decodeURIComponent(tournament));
  return { title: fill(t.vote.title, { arena: tournamentTitle(read, pageLanguage(lang), t.bracket) }) };
}

export default async function Page({ params }: Props) {
  const { lang, tournament: id } = await params;
  const tournament = await tournamentOf(decodeURIComponent(id));
  const arena = await arenaOf(tournament.arena);
  return (
    <>
      <TournamentCrumb arena={arena} tournament={tournament} lang={pageLanguage(lang)} />
      <VotePage arena={arena} tournament={tournament} lang={pageLanguage(lang)} />
    </>
  );
}
