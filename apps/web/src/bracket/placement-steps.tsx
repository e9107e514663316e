import type { ModelRef, TournamentChart } from "@agon/contract";
import type { CSSProperties } from "react";
import type { Messages } from "../messages/en.ts";
import { fill, formatPercent } from "../messages/format.ts";

type PlacementChart = Extract<TournamentChart, { kind: "placement" }>;

interface Props {
  chart: PlacementChart;
  entrants: readonly ModelRef[];
  path: string;
  lang: string;
  t: Messages["bracket"]["placing"];
}

/** Where a place stands on the axis, in percent: places are cells, and a place is the middle of its own. */
const middle = (place: number, places: number): number => ((place - 0.5) / places) * 100;

function Step({
  step,
  index,
  places,
  path,
  t,
}: Omit<Props, "chart" | "entrants" | "lang"> & {
  step: PlacementChart["steps"][number];
  index: number;
  places: number;
}) {
  const { lower, likeliest, upper, match } = step;
  const sentence = fill(lower === upper ? t.sure : t.between, { lower, upper, likeliest });
  const style = {
    "--from": `${((lower - 1) / places) * 100}%`,
    "--width": `${((upper - lower + 1) / places) * 100}%`,
    "--at": `${middle(likeliest, places)}%`,
  };
  return (
    <li className="place-step">
      <span className="place-name">
        {match === null ? (
          t.start
        ) : (
          <a href={`${path}/m/${encodeURIComponent(match)}`} className="quiet-link">
            {fill(t.battle, { n: index })}
          </a>
        )}
      </span>
      <span className="place-axis" style={style as CSSProperties} aria-hidden="true">
        <i className="place-range" />
        <i className="place-dot" />
      </span>
      <span className="place-words">{sentence}</span>
    </li>
  );
}

/** The newcomer's interval, narrowing battle by battle among those who are rated. */
export function PlacementSteps({ chart, entrants, path, lang, t }: Props) {
  const names = new Map(entrants.map(({ slug, name }) => [slug, name]));
  const places = chart.ladder.length + 1;
  const name = (slug: string | undefined): string => names.get(slug ?? "") ?? "";
  const model = name(chart.newcomer);
  return (
    <section aria-labelledby="placement" className="grid gap-3">
      <h2 id="placement" className="text-2xl">
        {fill(t.title, { model })}
      </h2>
      <p className="max-w-text text-sm text-muted">
        {fill(t.legend, { share: formatPercent(lang, chart.confidence), total: places })}
      </p>
      <ol className="place-steps">
        {chart.steps.map((step, index) => (
          <Step key={step.match ?? ""} step={step} index={index} places={places} path={path} t={t} />
        ))}
      </ol>
      <p className="place-ends" aria-hidden="true">
        <span>1 · {name(chart.ladder[0])}</span>
        <span>
          {places} · {name(chart.ladder.at(-1))}
        </span>
      </p>
    </section>
  );
}
