import type { Metadata } from "next";
import { api, arenaOf } from "../../../../../api/server-client.ts";
import { EmbedPage } from "../../../../../embed/embed-page.tsx";
import { fill } from "../../../../../messages/format.ts";
import { messagesOf } from "../../../../../messages/language.ts";
import { pageLanguage } from "../../../../../messages/page-language.ts";

interface Props {
  params: Promise<{ lang: string; arena: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, arena } = await params;
  const { title } = await arenaOf(arena);
  return { title: fill(messagesOf(pageLanguage(lang)).embed.title, { title }) };
}

export default async function Page({ params }: Props) {
  const { lang, arena: slug } = await params;
  const [{ title, embed_origins: origins }, board] = await Promise.all([
    arenaOf(slug),
    api().leaderboard(slug),
  ]);
  const models = board.models.map(({ model }) => ({ slug: model.slug, name: model.name }));
  const target = { kind: "leaderboard", id: slug, title, models } as const;
  return <EmbedPage target={target} origins={origins} lang={pageLanguage(lang)} />;
}
