import type { TournamentSummary } from "@agon/contract";
import Link from "next/link";
import { progressOf } from "../bracket/current-bracket.ts";
import { tournamentTitle } from "../bracket/tournament-title.ts";
import { count, fill } from "../messages/format.ts";
import { href, type Language, messagesOf } from "../messages/language.ts";
import { classNames } from "../ui/class-names.ts";
import { Notice } from "../ui/notice.tsx";

function Line({ tournament, lang }: { tournament: TournamentSummary; lang: Language }) {
  const { bracket: t, site } = messagesOf(lang);
  const { matches_decided: done, matches_total: total } = tournament;
  const share = progressOf(done, total);
  return (
    <li className="grid gap-x-8 gap-y-2 border-b border-line py-4 sm:grid-cols-[1fr_18rem]">
      <div>
        <Link
          href={href(lang, `/t/${tournament.id}`)}
          prefetch={false}
          className="quiet-link font-serif text-xl"
        >
          {tournamentTitle(tournament, lang, t)}
        </Link>
        <p className="pt-1 text-sm text-muted">
          {[
            t.status[tournament.status],
            t.format[tournament.format],
            count(lang, site.tournaments.entrants, tournament.entrants_total),
            count(lang, t.prompts, tournament.prompts_total),
          ].join(" · ")}
        </p>
      </div>
      <div className="grid content-center gap-1.5 text-sm tabular-nums">
        {share === null ? count(lang, t.progressOpen, done) : fill(t.progress, { done, total: total ?? 0 })}
        {share !== null && (
          <div
            className={classNames("progress", tournament.status === "running" && "progress-live")}
            aria-hidden="true"
          >
            <i style={{ inlineSize: `${share * 100}%` }} />
          </div>
        )}
      </div>
    </li>
  );
}

interface Props {
  arena: string;
  tournaments: readonly TournamentSummary[];
  lang: Language;
}

export function TournamentList({ arena, tournaments, lang }: Props) {
  const t = messagesOf(lang).site.tournaments;
  const over = (one: TournamentSummary) => one.status === "completed" || one.status === "cancelled";
  const parts = [
    { title: t.running, list: tournaments.filter((one) => !over(one)) },
    { title: t.past, list: tournaments.filter(over) },
  ].filter(({ list }) => list.length > 0);
  return (
    <>
      <h1 className="sr-only">{t.title}</h1>
      {parts.length === 0 && (
        <Notice sentence={t.none}>
          <Link href={href(lang, `/a/${arena}/vote`)} className="button button-primary">
            {t.noneAction}
          </Link>
        </Notice>
      )}
      {parts.map(({ title, list }) => (
        <section key={title} aria-label={title} className="pb-8">
          <h2 className="pb-1 text-2xl">{title}</h2>
          <ul>
            {list.map((tournament) => (
              <Line key={tournament.id} tournament={tournament} lang={lang} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
