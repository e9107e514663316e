import type { Metadata } from "next";
import { api, arenaOf, orNotFound } from "../../../../../api/server-client.ts";
import { JudgeList } from "../../../../../judges/judge-list.tsx";
import { messagesOf } from "../../../../../messages/language.ts";
import { pageLanguage } from "../../../../../messages/page-language.ts";

interface Props {
  params: Promise<{ lang: string; arena: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, arena } = await params;
  return { title: `${messagesOf(pageLanguage(lang)).judges.title}: ${(await arenaOf(arena)).title}` };
}

export default async function Page({ params }: Props) {
  const { lang, arena } = await params;
  const [judges, people, machines] = await Promise.all([
    orNotFound(api().judges(arena)),
    orNotFound(api().leaderboard(arena, { judges: "human" })),
    orNotFound(api().leaderboard(arena, { judges: "llm" })),
  ]);
  return (
    <JudgeList
      arena={arena}
      judges={judges.data}
      people={people}
      machines={machines}
      lang={pageLanguage(lang)}
    />
  );
}
