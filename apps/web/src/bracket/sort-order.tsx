import type { ModelRef, TournamentChart } from "@agon/contract";
import { ArrowUpDown, Check } from "lucide-react";
import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";
import { classNames } from "../ui/class-names.ts";

interface Props {
  chart: Extract<TournamentChart, { kind: "sort" }>;
  entrants: readonly ModelRef[];
  running: boolean;
  t: Messages["bracket"]["sorting"];
}

/** The outputs of one prompt on their way into order: the best are settled first. */
export function SortOrder({ chart, entrants, running, t }: Props) {
  const names = new Map(entrants.map(({ slug, name }) => [slug, name]));
  const { settled, rest, comparing } = chart;
  const compared = running ? (comparing ?? []) : [];
  const all = [...settled, ...rest];
  return (
    <section aria-labelledby="sort-order" className="grid gap-3">
      <h2 id="sort-order" className="text-2xl">
        {t.title}
      </h2>
      <p className="text-sm text-muted">{fill(t.progress, { n: settled.length, total: all.length })}</p>
      <ol className="sort-order">
        {all.map((slug, place) => {
          const final = place < settled.length;
          const now = compared.includes(slug);
          return (
            <li key={slug} className={classNames(final && "sort-final", now && "sort-now")}>
              <span className="sort-place">{place + 1}</span>
              <span className="sort-name">{names.get(slug) ?? slug}</span>
              {(final || now) && (
                <span className="sort-state">
                  {final ? (
                    <Check size={12} aria-hidden="true" />
                  ) : (
                    <ArrowUpDown size={12} aria-hidden="true" />
                  )}
                  {final ? t.settled : t.compared}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
