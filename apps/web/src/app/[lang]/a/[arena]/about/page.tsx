import type { Metadata } from "next";
import { arenaOf } from "../../../../../api/server-client.ts";
import { AboutPage } from "../../../../../arena/about-page.tsx";
import { messagesOf } from "../../../../../messages/language.ts";
import { pageLanguage } from "../../../../../messages/page-language.ts";

interface Props {
  params: Promise<{ lang: string; arena: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, arena } = await params;
  return { title: `${messagesOf(pageLanguage(lang)).site.tabs.about}: ${(await arenaOf(arena)).title}` };
}

export default async function Page({ params }: Props) {
  const { lang, arena } = await params;
  return <AboutPage arena={await arenaOf(arena)} lang={pageLanguage(lang)} />;
}
