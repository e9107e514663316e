import Link from "next/link";
import { href, type Language, messagesOf } from "../messages/language.ts";
import { Amphora } from "./amphora.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";

export function SiteHeader({ lang }: { lang: Language }) {
  const t = messagesOf(lang).site;
  return (
    <header>
      <div className="mx-auto flex w-full max-w-[76rem] items-center gap-x-5 px-4 py-3 sm:px-6">
        <Link href={href(lang, "/")} className="flex items-center gap-2 font-serif text-xl font-semibold">
          <Amphora size={28} />
          {t.name}
        </Link>
        <nav aria-label={t.nav.label} className="ms-auto flex items-center gap-x-1 sm:gap-x-3">
          <Link href={href(lang, "/")} className="max-sm:hidden button button-plain button-small">
            {t.nav.arenas}
          </Link>
          <Link
            href={href(lang, "/you")}
            prefetch={false}
            className="max-sm:hidden button button-plain button-small"
          >
            {t.nav.you}
          </Link>
          <a href="/docs" className="button button-plain button-small">
            {t.nav.api}
          </a>
          <Link href={href(lang, "/admin")} prefetch={false} className="button button-plain button-small">
            {t.nav.operator}
          </Link>
          <ThemeToggle t={t.theme} />
        </nav>
      </div>
      <div className="meander" aria-hidden="true" />
    </header>
  );
}
