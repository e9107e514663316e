import type { Arena, BoardRow, Leaderboard } from "@agon/contract";
import Link from "next/link";
import { boardAxis } from "../board/axis.ts";
import { Interval } from "../board/interval.tsx";
import { tournamentTitle } from "../bracket/tournament-title.ts";
import { count, fill, formatRating } from "../messages/format.ts";
import { href, type Language, messagesOf } from "../messages/language.ts";

interface Props {
  arena: Arena;
  board: Leaderboard | null;
  lang: Language;
}

function TopOfBoard({ rows, lang, label }: { rows: readonly BoardRow[]; lang: Language; label: string }) {
  const axis = boardAxis(rows);
  return (
    <ol
      aria-label={label}
      className="grid content-start grid-cols-[auto_minmax(0,11rem)_1fr_auto] gap-x-3 tabular-nums"
    >
      {rows.map((row) => (
        <li key={row.model.slug} className="col-span-full grid grid-cols-subgrid items-center leading-8">
          <span className="text-end text-muted">{row.rank}</span>
          <span className="truncate font-serif">{row.model.name}</span>
          <span className="relative h-8">
            <Interval
              axis={axis}
              rating={row.rating ?? 0}
              lower={row.lower}
              upper={row.upper}
              provisional={row.provisional}
            />
          </span>
          <span className="text-end">{formatRating(lang, row.rating ?? 0)}</span>
        </li>
      ))}
    </ol>
  );
}

function LiveLines({ arena, lang }: { arena: Arena; lang: Language }) {
  const t = messagesOf(lang).site.home;
  return arena.live.slice(0, 2).map((tournament) => (
    <Link
      key={tournament.id}
      href={href(lang, `/t/${tournament.id}`)}
      prefetch={false}
      className="quiet-link flex items-center gap-2 py-1 text-terracotta"
    >
      <i className="size-2 shrink-0 rounded-full bg-terracotta pulse" aria-hidden="true" />
      {fill(t.live, { title: tournamentTitle(tournament, lang, messagesOf(lang).bracket) })}
    </Link>
  ));
}

/** One arena as a band of the page: what it is at the start, the top of its board drawn at the end. */
export function ArenaFrieze({ arena, board, lang }: Props) {
  const t = messagesOf(lang).site.home;
  const rows = board?.models.filter((row) => row.rating !== null) ?? [];
  const path = href(lang, `/a/${arena.slug}`);
  return (
    <li className="grid gap-x-12 gap-y-6 border-t border-line py-8 md:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <div className="grid content-start justify-items-start gap-3">
        <h3 className="text-2xl">
          <Link href={path} prefetch={false} className="quiet-link">
            {arena.title}
          </Link>
        </h3>
        <p className="max-w-[52ch] text-muted">{arena.description}</p>
        <p className="text-sm tabular-nums">
          {[
            arena.k > 2
              ? `${t.modality[arena.modality]}, ${fill(t.kWise, { k: arena.k })}`
              : t.modality[arena.modality],
            count(lang, t.models, arena.models),
            count(lang, t.votes, arena.votes),
          ].join(" · ")}
        </p>
        <LiveLines arena={arena} lang={lang} />
        <p className="flex gap-3 pt-1">
          <Link href={`${path}/vote`} prefetch={false} className="button">
            {t.voteHere}
          </Link>
          <Link href={path} prefetch={false} className="button button-plain">
            {t.open}
          </Link>
        </p>
      </div>
      {rows.length > 0 ? (
        <TopOfBoard rows={rows} lang={lang} label={`${t.top}: ${arena.title}`} />
      ) : (
        <p className="self-center text-muted">{t.collecting}</p>
      )}
    </li>
  );
}
