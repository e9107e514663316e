import type { ModelProfile } from "@agon/contract";
import Link from "next/link";
import { fill, formatNumber } from "../messages/format.ts";
import { href, type Language, messagesOf } from "../messages/language.ts";

interface Props {
  arena: string;
  opponents: ModelProfile["head_to_head"];
  lang: Language;
}

/** The record against every opponent, strongest first: won, tied, lost as shares of one bar. */
export function HeadToHead({ arena, opponents, lang }: Props) {
  const t = messagesOf(lang).model;
  if (opponents.length === 0) return <p className="text-muted">{t.headToHeadNone}</p>;
  const sorted = opponents.toSorted((a, b) => (b.rating ?? -Infinity) - (a.rating ?? -Infinity));
  return (
    <>
      <p className="record-legend flex flex-wrap gap-x-5 pb-3 text-sm text-muted" aria-hidden="true">
        {(["won", "tied", "lost"] as const).map((kind) => (
          <span key={kind}>
            <i className={`record-${kind}`} />
            {t[kind]}
          </span>
        ))}
      </p>
      <ul className="grid gap-x-10 lg:grid-cols-2">
        {sorted.map(({ model, wins, losses, ties }) => (
          <li
            key={model.slug}
            className="grid grid-cols-[minmax(0,11rem)_1fr_6rem] items-center gap-4 border-b border-line py-1.5"
          >
            <Link
              href={href(lang, `/a/${arena}/m/${encodeURIComponent(model.slug)}`)}
              prefetch={false}
              className="quiet-link truncate font-serif leading-8"
            >
              {model.name}
            </Link>
            <span className="record" aria-hidden="true">
              <i className="record-won" style={{ flexGrow: wins }} />
              <i className="record-tied" style={{ flexGrow: ties }} />
              <i className="record-lost" style={{ flexGrow: losses }} />
            </span>
            <span className="text-end text-sm whitespace-nowrap tabular-nums" aria-hidden="true">
              {[wins, ties, losses].map((n) => formatNumber(lang, n)).join(" – ")}
            </span>
            <span className="sr-only">{fill(t.met, { wins, ties, losses, model: model.name })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
