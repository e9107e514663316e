import type { BoardRow, Model } from "@agon/contract";
import Link from "next/link";
import { type Axis, boardAxis } from "../board/axis.ts";
import { Interval } from "../board/interval.tsx";
import { formatNumber, formatRating } from "../messages/format.ts";
import { href, type Language, messagesOf } from "../messages/language.ts";
import { Notice } from "../ui/notice.tsx";

interface Props {
  arena: string;
  models: readonly Model[];
  rows: readonly BoardRow[];
  lang: Language;
}

function ModelLine({
  model,
  row,
  axis,
  arena,
  lang,
}: {
  model: Model;
  row: BoardRow | undefined;
  axis: Axis;
  arena: string;
  lang: Language;
}) {
  const { board } = messagesOf(lang);
  return (
    <tr>
      <th scope="row">
        <Link
          href={href(lang, `/a/${arena}/m/${encodeURIComponent(model.slug)}`)}
          prefetch={false}
          className="quiet-link font-serif text-base"
        >
          {model.name}
        </Link>
        {model.status === "withdrawn" && <span className="tag ms-2">{board.withdrawn}</span>}
        {model.description && <p className="max-w-text text-sm text-muted">{model.description}</p>}
      </th>
      <td className="list-extra text-muted">{model.organization ?? "–"}</td>
      <td className="list-extra text-muted">{model.license ?? "–"}</td>
      <td className="list-extra list-number">{formatNumber(lang, model.outputs)}</td>
      <td className="list-number">{formatNumber(lang, model.votes)}</td>
      <td className="list-chart">
        {row?.rating === null || row === undefined ? (
          <span className="text-sm text-muted">{board.unrated}</span>
        ) : (
          <span className="relative block h-8" title={formatRating(lang, row.rating)}>
            <Interval
              axis={axis}
              rating={row.rating}
              lower={row.lower}
              upper={row.upper}
              provisional={row.provisional}
            />
            <span className="sr-only">{formatRating(lang, row.rating)}</span>
          </span>
        )}
      </td>
    </tr>
  );
}

/** Every model of an arena, in alphabetical order, with its rating drawn on one axis. */
export function ModelList({ arena, models, rows, lang }: Props) {
  const t = messagesOf(lang).model;
  const axis = boardAxis(rows);
  const bySlug = new Map(rows.map((row) => [row.model.slug, row]));
  if (models.length === 0)
    return (
      <Notice sentence={t.none}>
        <Link href={href(lang, "/admin")} className="button">
          {t.noneAction}
        </Link>
      </Notice>
    );
  return (
    <table className="list">
      <thead>
        <tr>
          <th scope="col">{t.columns.model}</th>
          <th scope="col" className="list-extra">
            {t.columns.organization}
          </th>
          <th scope="col" className="list-extra">
            {t.columns.licence}
          </th>
          <th scope="col" className="list-extra list-number">
            {t.columns.outputs}
          </th>
          <th scope="col" className="list-number">
            {t.columns.votes}
          </th>
          <th scope="col" className="list-chart">
            {t.columns.rating}
          </th>
        </tr>
      </thead>
      <tbody>
        {models
          .toSorted((a, b) => a.name.localeCompare(b.name, lang))
          .map((model) => (
            <ModelLine
              key={model.slug}
              model={model}
              row={bySlug.get(model.slug)}
              axis={axis}
              arena={arena}
              lang={lang}
            />
          ))}
      </tbody>
    </table>
  );
}
