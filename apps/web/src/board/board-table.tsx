import type { BoardRow as Row } from "@agon/contract";
import type { CSSProperties } from "react";
import type { Messages } from "../messages/en.ts";
import { formatRating } from "../messages/format.ts";
import { type Axis, boardAxis, percent } from "./axis.ts";
import { BoardRow } from "./board-row.tsx";
import { rankGroups } from "./rank-groups.ts";

interface Props {
  rows: readonly Row[];
  caption: string;
  modelPath: string;
  lang: string;
  t: Messages["board"];
}

function AxisHead({ axis, lang, label }: { axis: Axis; lang: string; label: string }) {
  return (
    <th scope="col" className="board-chart">
      <span className="sr-only">{label}</span>
      <span className="board-track board-ticks" aria-hidden="true">
        {axis.ticks.map((tick) => (
          <i key={tick} style={{ insetInlineStart: percent(axis.at(tick)) }}>
            {formatRating(lang, tick)}
          </i>
        ))}
      </span>
    </th>
  );
}

/** The hairlines of the axis run through every row as one background. */
const gridStyle = (axis: Axis): CSSProperties => ({
  ["--tick-step" as string]: percent(1 / Math.max(1, axis.ticks.length - 1)),
});

export function BoardTable({ rows, caption, modelPath, lang, t }: Props) {
  const axis = boardAxis(rows);
  const places = rankGroups(rows);
  const drawn = rows.some((row) => row.p_rank_1 !== null);
  const licensed = rows.some((row) => row.model.license !== null);
  return (
    <table className="board" style={gridStyle(axis)}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="board-rank">
            {t.columns.rank}
          </th>
          <th scope="col" className="board-range">
            {t.columns.range}
          </th>
          <th scope="col" className="board-name">
            {t.columns.model}
          </th>
          <AxisHead axis={axis} lang={lang} label={t.columns.chart} />
          <th scope="col" className="board-rating">
            {t.columns.rating}
          </th>
          <th scope="col" className="board-number board-votes">
            {t.columns.votes}
          </th>
          <th scope="col" className="board-number board-rate">
            {t.columns.winRate}
          </th>
          {drawn && (
            <th scope="col" className="board-number board-first">
              {t.columns.first}
            </th>
          )}
          {licensed && (
            <th scope="col" className="board-licence">
              {t.columns.licence}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <BoardRow
            key={row.model.slug}
            row={row}
            place={places[i] ?? "alone"}
            axis={axis}
            drawn={drawn}
            licensed={licensed}
            modelPath={modelPath}
            lang={lang}
            t={t}
          />
        ))}
      </tbody>
    </table>
  );
}
