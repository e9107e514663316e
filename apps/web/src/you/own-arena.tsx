import type { Arena, OwnVotes } from "@agon/contract";
import type { Messages } from "../messages/en.ts";
import { count, formatMoment, formatNumber, formatPercent } from "../messages/format.ts";
import { voteSentence } from "./vote-sentence.ts";

export interface OwnArenaData {
  readonly arena: Arena;
  readonly own: OwnVotes;
}

interface Props extends OwnArenaData {
  base: string;
  lang: string;
  t: Messages["you"];
}

const shownVotes = 50;

function OwnBoard({
  board,
  slug,
  base,
  lang,
  t,
}: { board: NonNullable<OwnVotes["board"]>; slug: string } & Omit<Props, "arena" | "own">) {
  return (
    <div className="max-w-text">
      <h3 className="text-lg">{t.board}</h3>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{t.columns.model}</th>
            <th scope="col" className="list-number">
              {t.columns.battles}
            </th>
            <th scope="col" className="list-number">
              {t.columns.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {board.map(({ model, battles, win_rate }) => (
            <tr key={model.slug}>
              <th scope="row">
                <a
                  href={`${base}/a/${slug}/m/${encodeURIComponent(model.slug)}`}
                  className="quiet-link font-serif text-base"
                >
                  {model.name}
                </a>
              </th>
              <td className="list-number">{formatNumber(lang, battles)}</td>
              <td className="list-number">{formatPercent(lang, win_rate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="pt-2 text-sm text-muted">{t.shareNote}</p>
    </div>
  );
}

/** What one voter did in one arena. */
export function OwnArena({ arena, own, base, lang, t }: Props) {
  const names = new Map(own.models.map(({ slug, name }) => [slug, name]));
  return (
    <section className="grid gap-4 border-t border-line py-6" aria-labelledby={`own-${arena.slug}`}>
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2 id={`own-${arena.slug}`} className="text-2xl">
          <a href={`${base}/a/${arena.slug}`} className="quiet-link">
            {arena.title}
          </a>
        </h2>
        <p className="text-muted">{count(lang, t.votes, own.votes.length)}</p>
        <a href={`/v1/arenas/${arena.slug}/own-votes`} className="quiet-link ms-auto text-sm text-muted">
          {t.data}
        </a>
      </div>
      {own.board ? (
        <OwnBoard board={own.board} slug={arena.slug} base={base} lang={lang} t={t} />
      ) : (
        <p>
          {count(lang, t.needed, own.needed)}{" "}
          <a href={`${base}/a/${arena.slug}/vote`} className="underline">
            {t.vote} {arena.title}
          </a>
        </p>
      )}
      <ol className="grid gap-2">
        {own.votes.slice(0, shownVotes).map((vote) => (
          <li key={vote.seq} className="grid sm:grid-cols-[minmax(0,1fr)_auto] sm:gap-4">
            <span>
              {voteSentence(vote, (slug) => names.get(slug) ?? slug, t)}
              {vote.withdrawn_by !== null && <span className="tag ms-2">{t.uncounted}</span>}
            </span>
            <time dateTime={vote.at} className="text-sm text-muted tabular-nums">
              {formatMoment(lang, vote.at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
