import type { Metadata } from "next";
import { AnalysesPage } from "../../../../../analyses/analyses-page.tsx";
import { arenaOf } from "../../../../../api/server-client.ts";
import type { SearchParams } from "../../../../../board/board-query.ts";
import { fill } from "../../../../../messages/format.ts";
import { messagesOf } from "../../../../../messages/language.ts";
import { pageLanguage } from "../../../../../messages/page-language.ts";

interface Props {
  params: Promise<{ lang: string; arena: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, arena } = await params;
  const t = messagesOf(pageLanguage(lang)).analyses;
  return { title: fill(t.title, { arena: (await arenaOf(arena)).title }), description: t.lead };
}

export default async function Page({ params, searchParams }: Props) {
  const { lang, arena } = await params;
  return <AnalysesPage arena={await arenaOf(arena)} params={await searchParams} lang={pageLanguage(lang)} />;
}
