import type { BoardRow as Row } from "@agon/contract";
import type { Messages } from "../messages/en.ts";
import { fill, formatNumber, formatPercent, formatRating } from "../messages/format.ts";
import { classNames } from "../ui/class-names.ts";
import type { Axis } from "./axis.ts";
import { Interval } from "./interval.tsx";
import type { GroupPlace } from "./rank-groups.ts";

interface Props {
  row: Row;
  place: GroupPlace;
  axis: Axis;
  /** The board says how likely a model is to be the best. */
  drawn: boolean;
  /** Some model of the board states a licence. */
  licensed: boolean;
  modelPath: string;
  lang: string;
  t: Messages["board"];
}

const range = (row: Row): string =>
  row.rank_lower === row.rank_upper ? String(row.rank_lower) : `${row.rank_lower}–${row.rank_upper}`;

function Name({ row, modelPath, t }: Pick<Props, "row" | "modelPath" | "t">) {
  return (
    <th scope="row" className="board-name">
      <a href={`${modelPath}/${encodeURIComponent(row.model.slug)}`} className="quiet-link font-serif">
        {row.model.name}
      </a>
      {row.model.status === "withdrawn" && <span className="tag">{t.withdrawn}</span>}
      {row.provisional && row.rating !== null && (
        <span className="tag" title={t.provisionalTitle}>
          {t.provisional}
        </span>
      )}
      {row.model.organization && <span className="board-by">{row.model.organization}</span>}
    </th>
  );
}

function Chart({ row, axis, lang, t }: Pick<Props, "row" | "axis" | "lang" | "t">) {
  if (row.rating === null)
    return <td className="board-chart board-unrated text-muted text-sm">{t.unrated}</td>;
  const number = (value: number | null) => formatRating(lang, value ?? 0);
  const label = fill(t.ratingLabel, {
    rating: number(row.rating),
    lower: number(row.lower ?? row.rating),
    upper: number(row.upper ?? row.rating),
  });
  return (
    <td className="board-chart">
      <div className="board-track" title={label}>
        <Interval
          axis={axis}
          rating={row.rating}
          lower={row.lower}
          upper={row.upper}
          provisional={row.provisional}
        />
        <span className="sr-only">{label}</span>
      </div>
    </td>
  );
}

export function BoardRow({ row, place, axis, drawn, licensed, modelPath, lang, t }: Props) {
  const rated = row.rating !== null;
  return (
    <tr data-model={row.model.slug} className={classNames("board-row", `board-row-${place}`)}>
      <td className="board-rank">
        {rated && (
          <span className={classNames(place !== "alone" && place !== "start" && "sr-only")}>{row.rank}</span>
        )}
      </td>
      <td className="board-range">{rated && range(row)}</td>
      <Name row={row} modelPath={modelPath} t={t} />
      <Chart row={row} axis={axis} lang={lang} t={t} />
      <td className="board-rating">{rated ? formatRating(lang, row.rating ?? 0) : "–"}</td>
      <td className="board-number board-votes">{formatNumber(lang, row.votes)}</td>
      <td className="board-number board-rate">
        {row.win_rate === null ? "–" : formatPercent(lang, row.win_rate)}
      </td>
      {drawn && (
        <td className="board-number board-first">
          {row.p_rank_1 === null ? "–" : formatPercent(lang, row.p_rank_1)}
        </td>
      )}
      {licensed && <td className="board-licence">{row.model.license ?? t.noLicence}</td>}
    </tr>
  );
}
