import type { Analyses } from "@agon/contract";
import { formatRating } from "../messages/format.ts";

type Groups = NonNullable<Analyses["parts"]["groups"]>["groups"];

const [width, top, step, left, right] = [640, 34, 24, 210, 430];
const shown = 16;

interface Line {
  readonly slug: string;
  readonly name: string;
  /** Places from 0 in the two groups. */
  readonly places: readonly [number, number];
  readonly ratings: readonly [number, number];
}

function linesOf([first, second]: Groups): Line[] {
  const places = new Map(second?.models.map(({ model }, at) => [model.slug, at]));
  return (first?.models ?? []).slice(0, shown).flatMap(({ model, rating }, at) => {
    const other = places.get(model.slug);
    const row = other === undefined ? undefined : second?.models[other];
    return other === undefined || row === undefined
      ? []
      : [{ slug: model.slug, name: model.name, places: [at, other], ratings: [rating, row.rating] } as const];
  });
}

const shorten = (name: string): string => (name.length > 24 ? `${name.slice(0, 23)}…` : name);

interface Props {
  groups: Groups;
  titles: readonly [string, string];
  label: string;
  lang: string;
}

/** How two groups of voters rank the models: lines that cross are models they disagree about. */
export function CampsDrawing({ groups, titles, label, lang }: Props) {
  const lines = linesOf(groups);
  const deepest = Math.max(0, ...lines.flatMap(({ places }) => places));
  const y = (place: number) => top + place * step;
  return (
    <div className="overflow-x-auto">
      <svg viewBox={`0 0 ${width} ${y(deepest) + 12}`} className="camps" role="img" aria-label={label}>
        <text x={left} y={14} textAnchor="end" className="camps-title">
          {titles[0]}
        </text>
        <text x={right} y={14} className="camps-title">
          {titles[1]}
        </text>
        {lines.map(({ slug, name, places: [one, other], ratings }) => (
          <g key={slug} className={Math.abs(one - other) > 2 ? "camps-far" : "camps-near"}>
            <path d={`M${left + 8} ${y(one)}L${right - 8} ${y(other)}`} />
            <text x={left} y={y(one) + 4} textAnchor="end">
              {shorten(name)} {formatRating(lang, ratings[0])}
            </text>
            <text x={right} y={y(other) + 4}>
              {formatRating(lang, ratings[1])} {shorten(name)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
