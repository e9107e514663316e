import type { Arena, Tournament } from "@agon/contract";
import Link from "next/link";
import { href, type Language, messagesOf } from "../messages/language.ts";

interface Props {
  arenas: readonly Arena[];
  tournament: Tournament | null;
  lang: Language;
}

export function HomeHero({ arenas, tournament, lang }: Props) {
  const t = messagesOf(lang).site.home;
  const votable = arenas.find((arena) => arena.status === "open" && arena.outputs > 1);
  return (
    <div className="py-12">
      <h1 className="max-w-[16ch] text-5xl sm:text-6xl">{t.title}</h1>
      <p className="max-w-text pt-5 text-lg text-pretty">{t.lead}</p>
      <p className="flex flex-wrap gap-3 pt-6">
        {votable && (
          <Link href={href(lang, `/a/${votable.slug}/vote`)} className="button button-primary">
            {t.vote}
          </Link>
        )}
        {tournament && (
          <Link href={href(lang, `/t/${tournament.id}`)} className="button">
            {t.watch}
          </Link>
        )}
      </p>
    </div>
  );
}
