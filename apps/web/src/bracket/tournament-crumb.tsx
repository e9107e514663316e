import type { Arena, TournamentSummary } from "@agon/contract";
import Link from "next/link";
import { href, type Language, messagesOf } from "../messages/language.ts";
import { type Titled, tournamentTitle } from "./tournament-title.ts";

interface Props {
  arena: Arena;
  tournament: Titled & Pick<TournamentSummary, "id">;
  lang: Language;
}

/** The way back from a page inside a tournament. */
export function TournamentCrumb({ arena, tournament, lang }: Props) {
  return (
    <nav
      aria-label={messagesOf(lang).bracket.label}
      className="flex flex-wrap items-baseline gap-x-2 pt-6 pb-4 text-sm text-muted"
    >
      <Link href={href(lang, `/a/${arena.slug}`)} prefetch={false} className="quiet-link py-1">
        {arena.title}
      </Link>
      <span aria-hidden="true">/</span>
      <Link href={href(lang, `/t/${tournament.id}`)} prefetch={false} className="quiet-link py-1">
        {tournamentTitle(tournament, lang, messagesOf(lang).bracket)}
      </Link>
    </nav>
  );
}
