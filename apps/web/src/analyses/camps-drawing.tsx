import type { Analyses } from "@agon/contract";
import { formatRating } from "../messages/format.ts";

type Groups = NonNullable<Analyses["parts"]["groups"]>["groups"];

const [width, top, step, left, right] = [640, 34, 24, 210, 430];
/** Models of each group. */
const shown = 8;

interface Line {
  readonly slug: string;
  readonly name: string;
  /** Places from 0 in the two groups. */
  readonly places: readonly [number, number];
  readonly ratings: readonly [number, number];
}

/** The first models of both groups, each at its place among them. */
function linesOf([first, second]: Groups): Line[] {
  const [one, other] = [first?.models ?? [], second?.models ?? []];
  const chosen = new Set([...one.slice(0, shown), ...other.slice(0, shown)].map(({ model }) => model.slug));
  const [left, right] = [one, other].map((models) => models.filter(({ model }) => chosen.has(model.slug)));
  const places = new Map(right?.map((row, at) => [row.model.slug, { at, rating: row.rating }]));
  return (left ?? []).flatMap(({ model, rating }, at) => {
    const there = places.get(model.slug);
    if (there === undefined) return [];
    return [{ ...model, places: [at, there.at], ratings: [rating, there.rating] }];
  });
}

const shorten = (name: string): string => (name.length > 24 ? `${name.slice(0, 23)}…` : name);

interface Props {
  groups: Groups;
  titles: readonly [string, string];
  label: string;
  /** Names the frame, which scrolls on narrow screens. */
  region: string;
  lang: string;
}

/** How two groups of voters rank the models: lines that cross are models they disagree about. */
export function CampsDrawing({ groups, titles, label, region, lang }: Props) {
  const lines = linesOf(groups);
  const deepest = Math.max(0, ...lines.flatMap(({ places }) => places));
  const y = (place: number) => top + place * step;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="overflow-x-auto" tabIndex={0} aria-label={region}>
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
    </section>
  );
}
