import { fill } from "../messages/format.ts";
import { type Language, messagesOf } from "../messages/language.ts";
import { EmbedStudio } from "./embed-studio.tsx";
import type { EmbedTarget } from "./embed-target.ts";
import { siteOrigin } from "./site-origin.ts";

interface Props {
  target: EmbedTarget;
  /** Who may frame it. */
  origins: readonly string[];
  lang: Language;
}

export async function EmbedPage({ target, origins, lang }: Props) {
  const t = messagesOf(lang).embed;
  return (
    <>
      <h1 className="pb-3 text-3xl">{fill(t.title, { title: target.title })}</h1>
      <p className="max-w-text pb-6 text-lg">{t.lead}</p>
      {!origins.includes("*") && (
        <p className="mb-6 border-s-2 border-ink ps-3 text-sm">
          {fill(t.allowed, { origins: origins.join(", ") || "–" })}
        </p>
      )}
      <EmbedStudio origin={await siteOrigin()} target={target} lang={lang} t={t} />
    </>
  );
}
