import type { Metadata } from "next";
import { allPages } from "../../../../../api/all-pages.ts";
import { api, arenaOf, orNotFound } from "../../../../../api/server-client.ts";
import { fill } from "../../../../../messages/format.ts";
import { messagesOf } from "../../../../../messages/language.ts";
import { pageLanguage } from "../../../../../messages/page-language.ts";
import { ModelList } from "../../../../../model/model-list.tsx";

interface Props {
  params: Promise<{ lang: string; arena: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, arena } = await params;
  return {
    title: fill(messagesOf(pageLanguage(lang)).model.listTitle, { arena: (await arenaOf(arena)).title }),
  };
}

export default async function Page({ params }: Props) {
  const { lang, arena } = await params;
  const [models, board] = await Promise.all([
    orNotFound(allPages((query) => api().models(arena, query))),
    api().leaderboard(arena),
  ]);
  return (
    <>
      <h1 className="sr-only">{messagesOf(pageLanguage(lang)).model.list}</h1>
      <ModelList arena={arena} models={models} rows={board.models} lang={pageLanguage(lang)} />
    </>
  );
}
