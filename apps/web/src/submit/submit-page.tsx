import type { Arena } from "@agon/contract";
import type { ReactNode } from "react";
import { siteOrigin } from "../embed/site-origin.ts";
import { fill } from "../messages/format.ts";
import { href, type Language, messagesOf } from "../messages/language.ts";
import { CopySnippet, type CopyTexts } from "../ui/copy-snippet.tsx";
import { Notice } from "../ui/notice.tsx";
import { bodySnippet, commandSnippet, signedSnippet } from "./snippets.ts";

interface Props {
  /** The arena the snippets are filled with; none where there is no arena yet. */
  arena: Arena | undefined;
  arenas: readonly Arena[];
  lang: Language;
}

/** How a model enters an arena, in three steps; without JavaScript all but the copying works. */
export async function SubmitPage({ arena, arenas, lang }: Props) {
  const { submit: t, embed } = messagesOf(lang);
  const copying: CopyTexts = { copy: embed.copy, copied: embed.copied, notCopied: embed.notCopied };
  const origin = await siteOrigin();
  return (
    <div className="grid max-w-[52rem] gap-10 pt-8">
      <div>
        <h1 className="pb-3 text-3xl">
          {arena === undefined ? t.title : fill(t.titleArena, { title: arena.title })}
        </h1>
        <p className="max-w-text text-lg">{t.lead}</p>
      </div>
      {arena === undefined ? (
        <Notice sentence={t.none}>
          <a href={href(lang, "/")} className="button">
            {t.home}
          </a>
        </Notice>
      ) : (
        <>
          <ArenaChoice arena={arena} arenas={arenas} lang={lang} />
          <Steps arena={arena} origin={origin} lang={lang} copying={copying} />
        </>
      )}
    </div>
  );
}

/** A plain form: the choice stands in the address. */
function ArenaChoice({ arena, arenas, lang }: { arena: Arena; arenas: readonly Arena[]; lang: Language }) {
  const t = messagesOf(lang).submit;
  const others = arenas.filter(({ slug }) => slug !== arena.slug);
  if (others.length === 0) return null;
  return (
    <form action={href(lang, "/submit")} className="flex flex-wrap items-end gap-3">
      <label className="grid gap-1.5 text-sm text-muted">
        {t.arena}
        <select name="arena" defaultValue={arena.slug} className="field min-w-64">
          {[arena, ...others].map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button">
        {t.choose}
      </button>
    </form>
  );
}

interface StepsProps {
  arena: Arena;
  origin: string;
  lang: Language;
  copying: CopyTexts;
}

function Steps({ arena, origin, lang, copying }: StepsProps) {
  const t = messagesOf(lang).submit;
  return (
    <ol className="grid gap-10">
      <Step title={t.askTitle}>
        <p>{t.ask}</p>
        <p>
          <a href={href(lang, `/a/${arena.slug}/about`)} className="quiet-link">
            {fill(t.about, { title: arena.title })}
          </a>
        </p>
      </Step>
      <Step title={t.answerTitle}>
        <p>{t.answer}</p>
        <p>
          <a href={`/v1/arenas/${encodeURIComponent(arena.slug)}/prompts`} className="quiet-link">
            {t.prompts}
          </a>
        </p>
        <CopySnippet label="model.json" text={bodySnippet(arena.slug)} t={copying} />
      </Step>
      <Step title={t.sendTitle}>
        <p>{t.send}</p>
        <CopySnippet label={t.signed} text={signedSnippet(origin)} t={copying} />
        <CopySnippet label={t.command} text={commandSnippet(origin, arena.slug)} t={copying} />
        <p>{t.checks}</p>
        <p>
          <a href="/docs" className="quiet-link">
            {t.reference}
          </a>
        </p>
      </Step>
    </ol>
  );
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className="grid min-w-0 gap-4 [&>p]:max-w-text">
      <h2 className="text-2xl">{title}</h2>
      {children}
    </li>
  );
}
