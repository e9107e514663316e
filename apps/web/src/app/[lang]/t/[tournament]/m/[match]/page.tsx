import type { Metadata } from "next";
import { cache } from "react";
import { api, arenaOf, orNotFound, tournamentOf } from "../../../../../../api/server-client.ts";
import { MatchPage } from "../../../../../../bracket/match-page.tsx";
import { fill } from "../../../../../../messages/format.ts";
import { messagesOf } from "../../../../../../messages/language.ts";
import { pageLanguage } from "../../../../../../messages/page-language.ts";

interface Props {
  params: Promise<{ lang: string; tournament: string; match: string }>;
}

const matchOf = cache((tournament: string, match: string) => orNotFound(api().match(tournament, match)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, tournament, match } = await params;
  const { title, position } = await matchOf(decodeURIComponent(tournament), decodeURIComponent(match));
  return {
    title: fill(messagesOf(pageLanguage(lang)).bracket.match.title, { round: title, n: position + 1 }),
  };
}

export default async function Page({ params }: Props) {
  const { lang, tournament: id, match: matchId } = await params;
  const [tournament, match] = await Promise.all([
    tournamentOf(decodeURIComponent(id)),
    matchOf(decodeURIComponent(id), decodeURIComponent(matchId)),
  ]);
  const arena = await arenaOf(tournament.arena);
  return <MatchPage arena={arena} tournament={tournament} match={match} lang={pageLanguage(lang)} />;
}
