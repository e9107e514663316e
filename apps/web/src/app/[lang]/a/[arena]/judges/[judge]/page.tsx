import type { Metadata } from "next";
import { cache } from "react";
import { api, arenaOf, orNotFound } from "../../../../../../api/server-client.ts";
import { JudgePage } from "../../../../../../judges/judge-page.tsx";
import { pageLanguage } from "../../../../../../messages/page-language.ts";

interface Props {
  params: Promise<{ lang: string; arena: string; judge: string }>;
  searchParams: Promise<{ with?: string | string[] }>;
}

const judgesOf = cache((arena: string) => orNotFound(api().judges(arena)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { arena, judge } = await params;
  const slug = decodeURIComponent(judge);
  const found = (await judgesOf(arena)).data.find((one) => one.slug === slug);
  return { title: `${found?.name ?? slug}: ${(await arenaOf(arena)).title}` };
}

export default async function Page({ params, searchParams }: Props) {
  const { lang, arena, judge } = await params;
  const other = [(await searchParams).with].flat()[0];
  const slug = decodeURIComponent(judge);
  const [{ data }, detail] = await Promise.all([
    judgesOf(arena),
    orNotFound(api().judge(arena, slug, other === undefined ? {} : { with: other })),
  ]);
  const others = data.filter((one) => one.slug !== slug && one.kind !== "rule");
  return <JudgePage arena={arena} judge={detail} others={others} lang={pageLanguage(lang)} />;
}
