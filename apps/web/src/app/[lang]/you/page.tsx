import type { Metadata } from "next";
import { messagesOf } from "../../../messages/language.ts";
import { pageLanguage } from "../../../messages/page-language.ts";
import { OwnVotesPage } from "../../../you/own-votes-page.tsx";

interface Props {
  params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: messagesOf(pageLanguage(lang)).you.title, robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const lang = pageLanguage((await params).lang);
  const t = messagesOf(lang).you;
  return (
    <>
      <h1 className="pt-8 text-3xl">{t.title}</h1>
      <p className="max-w-text pt-3 pb-8 text-muted">{t.lead}</p>
      <OwnVotesPage base={lang === "en" ? "" : `/${lang}`} lang={lang} t={t} />
    </>
  );
}
