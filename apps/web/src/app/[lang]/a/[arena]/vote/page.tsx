import type { Metadata } from "next";
import { arenaOf } from "../../../../../api/server-client.ts";
import { fill } from "../../../../../messages/format.ts";
import { messagesOf } from "../../../../../messages/language.ts";
import { pageLanguage } from "../../../../../messages/page-language.ts";
import { VotePage } from "../../../../../vote/vote-page.tsx";

interface Props {
  params: Promise<{ lang: string; arena: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, arena } = await params;
  return { title: fill(messagesOf(pageLanguage(lang)).vote.title, { arena: (await arenaOf(arena)).title }) };
}

export default async function Page({ params }: Props) {
  const { lang, arena } = await params;
  return <VotePage arena={await arenaOf(arena)} lang={pageLanguage(lang)} />;
}
