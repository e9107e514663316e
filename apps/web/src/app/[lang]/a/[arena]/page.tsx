import type { Metadata } from "next";
import { arenaOf } from "../../../../api/server-client.ts";
import { BoardPage } from "../../../../board/board-page.tsx";
import type { SearchParams } from "../../../../board/board-query.ts";
import { fill } from "../../../../messages/format.ts";
import { messagesOf } from "../../../../messages/language.ts";
import { pageLanguage } from "../../../../messages/page-language.ts";

interface Props {
  params: Promise<{ lang: string; arena: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, arena } = await params;
  const { title, description } = await arenaOf(arena);
  return { title: fill(messagesOf(pageLanguage(lang)).board.title, { arena: title }), description };
}

export default async function Page({ params, searchParams }: Props) {
  const { lang, arena } = await params;
  return <BoardPage arena={await arenaOf(arena)} params={await searchParams} lang={pageLanguage(lang)} />;
}
