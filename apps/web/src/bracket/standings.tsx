import type { Tournament } from "@agon/contract";
import type { Messages } from "../messages/en.ts";
import { formatNumber } from "../messages/format.ts";
import { classNames } from "../ui/class-names.ts";
import type { Pinning } from "./use-pinned-path.ts";

interface Props {
  rows: Tournament["standings"];
  /** One bracket per prompt: how many were won is the first thing to know. */
  withTitles: boolean;
  /** The model the tournament is about. */
  marked?: string | undefined;
  pinning: Pinning;
  lang: string;
  t: Messages["bracket"];
}

/** Who stands where; a model's name shows its path through the bracket. */
export function Standings({ rows, withTitles, marked, pinning, lang, t }: Props) {
  const most = Math.max(1, ...rows.map((row) => (withTitles ? row.titles : row.wins)));
  return (
    <table className="standings">
      <thead>
        <tr>
          <th scope="col">{t.columns.place}</th>
          <th scope="col">{t.columns.model}</th>
          {withTitles && <th scope="col">{t.columns.titles}</th>}
          <th scope="col">{t.columns.wins}</th>
          <th scope="col">{t.columns.losses}</th>
          <th scope="col">{t.columns.ties}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.model.slug} className={classNames(row.model.slug === marked && "standings-marked")}>
            <td>{row.place ?? "–"}</td>
            <th scope="row">
              <button
                type="button"
                aria-pressed={pinning.pinned === row.model.slug}
                className={classNames(
                  "quiet-link min-h-8 text-start font-serif text-base",
                  pinning.active === row.model.slug && "text-terracotta",
                )}
                onClick={() => pinning.pin(row.model.slug)}
                onPointerEnter={() => pinning.point(row.model.slug)}
                onPointerLeave={() => pinning.point(null)}
              >
                {row.model.name}
              </button>
              <i
                className="standings-bar"
                style={{ inlineSize: `${((withTitles ? row.titles : row.wins) / most) * 100}%` }}
                aria-hidden="true"
              />
            </th>
            {withTitles && <td>{formatNumber(lang, row.titles)}</td>}
            <td>{formatNumber(lang, row.wins)}</td>
            <td>{formatNumber(lang, row.losses)}</td>
            <td>{formatNumber(lang, row.ties)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
