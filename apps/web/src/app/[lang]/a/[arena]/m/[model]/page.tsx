import type { Metadata } from "next";
import { cache } from "react";
import { api, arenaOf, orNotFound } from "../../../../../../api/server-client.ts";
import { pageLanguage } from "../../../../../../messages/page-language.ts";
import { ModelPage } from "../../../../../../model/model-page.tsx";

interface Props {
  params: Promise<{ lang: string; arena: string; model: string }>;
}

const profileOf = cache((arena: string, model: string) => orNotFound(api().model(arena, model)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { arena, model } = await params;
  const profile = await profileOf(arena, decodeURIComponent(model));
  return {
    title: `${profile.model.name}: ${(await arenaOf(arena)).title}`,
    description: profile.model.description,
  };
}

export default async function Page({ params }: Props) {
  const { lang, arena: slug, model } = await params;
  const [arena, profile, board] = await Promise.all([
    arenaOf(slug),
    profileOf(slug, decodeURIComponent(model)),
    api().leaderboard(slug),
  ]);
  return <ModelPage arena={arena} profile={profile} board={board.models} lang={pageLanguage(lang)} />;
}
