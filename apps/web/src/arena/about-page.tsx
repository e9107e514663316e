import type { Arena } from "@agon/contract";
import { formatNumber } from "../messages/format.ts";
import { href, type Language, messagesOf } from "../messages/language.ts";

const judges = ["human", "llm", "rule", "panel"] as const;

export function AboutPage({ arena, lang }: { arena: Arena; lang: Language }) {
  const t = messagesOf(lang).site.about;
  const base = `/v1/arenas/${encodeURIComponent(arena.slug)}`;
  const files = [
    { text: t.log, path: `${base}/verdicts` },
    { text: t.boardCsv, path: `${base}/leaderboard?format=csv` },
    { text: t.boardJson, path: `${base}/leaderboard` },
    { text: t.models, path: `${base}/models` },
    { text: t.prompts, path: `${base}/prompts` },
  ];
  return (
    <div className="grid max-w-text gap-10">
      <div>
        <h1 className="pb-3 text-3xl">{t.title}</h1>
        <p className="text-lg whitespace-pre-line">{arena.description}</p>
        <p className="pt-4">
          <a href={href(lang, `/submit?arena=${encodeURIComponent(arena.slug)}`)} className="quiet-link">
            {t.submit}
          </a>
        </p>
      </div>
      <section aria-labelledby="criteria">
        <h2 id="criteria" className="pb-2 text-2xl">
          {t.criteria}
        </h2>
        <dl className="grid gap-3">
          {arena.criteria.map((criterion) => (
            <div key={criterion.slug}>
              <dt className="font-serif text-lg">{criterion.title}</dt>
              <dd className="text-muted">{criterion.instruction}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="ratings" className="grid gap-3">
        <h2 id="ratings" className="text-2xl">
          {t.ratings}
        </h2>
        <p>{arena.k > 2 ? t.ratingsKWise : t.ratingsDuel}</p>
        <p>{t.intervals}</p>
        <p>{t.provisional}</p>
      </section>
      <section aria-labelledby="judges">
        <h2 id="judges" className="pb-2 text-2xl">
          {t.byJudge}
        </h2>
        <dl className="flex flex-wrap gap-x-10 gap-y-3">
          {judges.map((kind) => (
            <div key={kind}>
              <dt className="text-sm text-muted">{t.judges[kind]}</dt>
              <dd className="font-serif text-xl tabular-nums">
                {formatNumber(lang, arena.votes_by_judge[kind] ?? 0)}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="data">
        <h2 id="data" className="pb-2 text-2xl">
          {t.data}
        </h2>
        <ul>
          {files.map(({ text, path }) => (
            <li key={path}>
              <a href={path} className="quiet-link inline-block py-1.5">
                {text}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
