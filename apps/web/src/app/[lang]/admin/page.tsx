import type { Metadata } from "next";
import { OperatorConsole } from "../../../admin/operator-console.tsx";
import { messagesOf } from "../../../messages/language.ts";
import { pageLanguage } from "../../../messages/page-language.ts";

interface Props {
  params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: messagesOf(pageLanguage(lang)).admin.title, robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const lang = pageLanguage((await params).lang);
  const { admin, bracket, embed, site } = messagesOf(lang);
  return (
    <>
      <h1 className="py-8 text-3xl">{admin.title}</h1>
      <OperatorConsole
        base={lang === "en" ? "" : `/${lang}`}
        lang={lang}
        t={admin}
        bracket={bracket}
        modality={site.home.modality}
        copying={{ copy: embed.copy, copied: embed.copied, notCopied: embed.notCopied }}
      />
    </>
  );
}
