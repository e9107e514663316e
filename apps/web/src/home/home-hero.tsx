import type { Arena, Tournament } from "@agon/contract";
import Link from "next/link";
import { href, type Language, messagesOf } from "../messages/language.ts";
import { LiveTeaser } from "./live-teaser.tsx";

interface Props {
  arenas: readonly Arena[];
  tournament: Tournament | null;
  lang: Language;
}

/** What Agon is, what to do first, and the bracket that moves at this moment. */
export function HomeHero({ arenas, tournament, lang }: Props) {
  const { site, bracket } = messagesOf(lang);
  const t = site.home;
  const votable = arenas.find((arena) => arena.status === "open" && arena.outputs > 1);
  return (
    <>
      <div className="grid items-end gap-x-12 gap-y-6 py-10 sm:py-14 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <h1 className="max-w-[15ch] text-5xl sm:text-6xl">{t.title}</h1>
        <div>
          <p className="max-w-[52ch] text-lg text-pretty">{t.lead}</p>
          <p className="flex flex-wrap gap-3 pt-5">
            {votable && (
              <Link
                href={href(lang, `/a/${votable.slug}/vote`)}
                prefetch={false}
                className="button button-primary"
              >
                {t.vote}
              </Link>
            )}
            {tournament && (
              <Link href={href(lang, `/t/${tournament.id}`)} prefetch={false} className="button">
                {t.watch}
              </Link>
            )}
          </p>
        </div>
      </div>
      {tournament ? (
        <LiveTeaser
          initial={tournament}
          path={href(lang, `/t/${tournament.id}`)}
          liveNow={t.liveNow}
          decided={t.decided}
          lang={lang}
          t={bracket}
        />
      ) : (
        arenas.length > 0 && (
          <p className="pb-12 text-muted">
            {t.quiet} {t.quietAction}
          </p>
        )
      )}
    </>
  );
}
