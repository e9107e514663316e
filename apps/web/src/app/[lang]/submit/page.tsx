import type { Metadata } from "next";
import { allPages } from "../../../api/all-pages.ts";
import { api, arenaOf } from "../../../api/server-client.ts";
import { messagesOf } from "../../../messages/language.ts";
import { pageLanguage } from "../../../messages/page-language.ts";
import { SubmitPage } from "../../../submit/submit-page.tsx";

interface Props {
  params: Promise<{ lang: string }>;
  searchParams: Promise<{ arena?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, lead } = messagesOf(pageLanguage((await params).lang)).submit;
  return { title, description: lead };
}

export default async function Page({ params, searchParams }: Props) {
  const lang = pageLanguage((await params).lang);
  const { arena: asked } = await searchParams;
  const [arenas, named] = await Promise.all([
    allPages((query) => api().arenas(query)),
    typeof asked === "string" && asked !== "" ? arenaOf(asked) : undefined,
  ]);
  return <SubmitPage arena={named ?? arenas[0]} arenas={arenas} lang={lang} />;
}
