import type { ModelRef, TournamentChart } from "@agon/contract";
import type { CSSProperties } from "react";
import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";
import { classNames } from "../ui/class-names.ts";
import type { Pinning } from "./use-pinned-path.ts";

type CrossTableChart = Extract<TournamentChart, { kind: "cross-table" }>;
type Cell = CrossTableChart["cells"][number][number];

interface Props {
  chart: CrossTableChart;
  entrants: readonly ModelRef[];
  pinning: Pinning;
  t: Messages["bracket"]["crossTable"];
}

/** "7–3", with ties as a third number. */
const scoreText = ([wins, losses, ties]: NonNullable<Cell>): string =>
  ties === 0 ? `${wins}–${losses}` : `${wins}–${losses}–${ties}`;

/** Share of the points of the row, 0 to 1; null before the first game. */
function shareOf([wins, losses, ties]: NonNullable<Cell>): number | null {
  const games = wins + losses + ties;
  return games === 0 ? null : (wins + ties / 2) / games;
}

function CrossCell({ cell, marked }: { cell: Cell; marked: boolean }) {
  if (cell === null) return <td className="cross-void" />;
  const share = shareOf(cell);
  if (share === null) return <td className="text-muted">·</td>;
  return (
    <td
      className={classNames("cross-score", marked && "cross-marked")}
      style={{ "--share": share } as CSSProperties}
    >
      {scoreText(cell)}
    </td>
  );
}

/** Who did what against whom: a row against a column, over all prompts. */
export function CrossTable({ chart, entrants, pinning, t }: Props) {
  const names = new Map(entrants.map(({ slug, name }) => [slug, name]));
  const place = (slug: string): number => chart.rows.indexOf(slug) + 1;
  const { active } = pinning;
  return (
    <div className="grid gap-3">
      <h2 id="cross-table" className="text-2xl">
        {t.title}
      </h2>
      <p className="max-w-text text-sm text-muted">{t.legend}</p>
      {entrants.length > chart.rows.length && (
        <p className="text-sm">{fill(t.first, { n: chart.rows.length, total: entrants.length })}</p>
      )}
      <section
        className="cross-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        aria-labelledby="cross-table"
      >
        <table className="cross-table">
          <thead>
            <tr>
              <th scope="col">{t.model}</th>
              {chart.columns.map((slug) => (
                <th key={slug} scope="col" title={names.get(slug)}>
                  <abbr title={names.get(slug)}>{place(slug) || "–"}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {chart.rows.map((slug, row) => (
              <tr
                key={slug}
                className={classNames(active === slug && "cross-active")}
                onPointerEnter={() => pinning.point(slug)}
                onPointerLeave={() => pinning.point(null)}
              >
                <th scope="row">
                  <span className="cross-place">{row + 1}</span>
                  {names.get(slug) ?? slug}
                </th>
                {chart.columns.map((column, at) => (
                  <CrossCell
                    key={column}
                    cell={chart.cells[row]?.[at] ?? null}
                    marked={active !== null && active === column}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
