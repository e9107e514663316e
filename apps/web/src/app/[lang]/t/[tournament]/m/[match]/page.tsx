import type { Metadata } from "next";
import { cache } from "react";
import { api, arenaOf, orNotFound, tournamentOf } from "../../../../../../api/server-client.ts";
import { roundTitleOf } from "../../../../../../bracket/current-bracket.ts";
import { MatchPage } from "../../../../../../bracket/match-page.tsx";
import { tournamentTitle } from "../../../../../../bracket/tournament-title.ts";
import { fill } from "../../../../../../messages/format.ts";
import { messagesOf } from "../../../../../../messages/language.ts";
import { pageLanguage } from "../../../../../../messages/page-language.ts";

interface Props {
  params: Promise<{ lang: string; tournament: string; match: string }>;
}

/** The match with its tournament, read at the bracket the match stands in. */
const matchOf = cache(async (tournamentId: string, matchId: string) => {
  const match = await orNotFound(api().match(tournamentId, matchId));
  const tournament = await tournamentOf(tournamentId, match.group ?? undefined);
  return { match, tournament };
});

/** What the page shows, with the name of the match's round in the page's language. */
async function matchOfPage({ params }: Props) {
  const { lang: path, ...ids } = await params;
  const read = await matchOf(decodeURIComponent(ids.tournament), decodeURIComponent(ids.match));
  const lang = pageLanguage(path);
  return {
    ...read,
    lang,
    round: roundTitleOf(read.tournament, read.match.id, messagesOf(lang).bracket.rounds),
  };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { match, tournament, round, lang } = await matchOfPage(props);
  const t = messagesOf(lang).bracket;
  const title = tournamentTitle(tournament, lang, t);
  return { title: `${fill(t.match.title, { round, n: match.position })}: ${title}` };
}

export default async function Page(props: Props) {
  const { match, tournament, round, lang } = await matchOfPage(props);
  const arena = await arenaOf(tournament.arena);
  return <MatchPage arena={arena} tournament={tournament} match={match} round={round} lang={lang} />;
}
