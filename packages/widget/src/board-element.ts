import { LiveElement, type Shown } from "./live-element.ts";
import { link, make } from "./make.ts";
import { origin } from "./origin.ts";
import { fill, type Words, wordsOf } from "./words.ts";

/** The part of a board's row that is drawn. */
interface Row {
  readonly model: { readonly slug: string; readonly name: string; readonly organization: string | null };
  readonly rating: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly rank_lower: number;
  readonly rank_upper: number;
  readonly votes: number;
  readonly win_rate: number | null;
}

interface Board {
  readonly votes: number;
  readonly models: readonly Row[];
}

const usual = "rank,model,interval,rating,votes";
const none = "–";

/** The share of the axis a rating stands at, in per cent; a little is left free at both ends. */
function axisOf(rows: readonly Row[]): (rating: number) => number {
  const ends = rows.flatMap(({ lower, upper, rating }) => [lower ?? rating, upper ?? rating]);
  const known = ends.filter((end) => end !== null);
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  return (rating) => Math.round(1e4 * (0.03 + (0.94 * (rating - low)) / span)) / 100;
}

type Cell = (row: Row, words: Words, axis: (rating: number) => number, page: string) => Element;

function interval(row: Row, words: Words, axis: (rating: number) => number): Element {
  const { rating } = row;
  if (rating === null) return make("td", { class: "i", part: "interval" }, words.unrated);
  const [low, high] = [row.lower ?? rating, row.upper ?? rating];
  const between = fill(words.between, { a: Math.round(low), b: Math.round(high) });
  const start = axis(low);
  const drawing = make(
    "svg",
    { role: "img", "aria-label": `${Math.round(rating)}, ${between}` },
    make("rect", { x: `${start}%`, y: 7, width: `${(axis(high) - start).toFixed(2)}%`, height: 2 }),
    make("circle", { cx: `${axis(rating)}%`, cy: 8, r: 4.5 }),
  );
  return make("td", { class: "i", part: "interval" }, drawing);
}

const figure = (part: string, text: string): Element => make("td", { class: "n", part }, text);

const cells: Readonly<Record<string, Cell>> = {
  rank: ({ rating, rank_lower: low, rank_upper: high }) =>
    make("td", { part: "rank" }, rating === null ? none : low === high ? String(low) : `${low}–${high}`),
  model: ({ model }, _, __, page) =>
    make(
      "th",
      { scope: "row", part: "model" },
      link(`${page}/m/${encodeURIComponent(model.slug)}`, model.name),
    ),
  interval,
  rating: ({ rating }) => figure("rating", rating === null ? none : String(Math.round(rating))),
  votes: ({ votes }) => figure("votes", votes.toLocaleString()),
  win_rate: ({ win_rate: rate }) => figure("win-rate", rate === null ? none : `${Math.round(100 * rate)} %`),
  organization: ({ model }) => make("td", { part: "organization" }, model.organization ?? none),
};

export class Leaderboard extends LiveElement {
  static readonly observedAttributes = ["arena", "limit", "columns", "highlight", "lang"];

  override shown(): Shown | null {
    const arena = this.getAttribute("arena");
    if (!arena) return null;
    const limit = Math.min(Math.max(Number(this.getAttribute("limit")) || 10, 1), 100);
    const slug = encodeURIComponent(arena);
    return {
      path: `/v1/arenas/${slug}/leaderboard?limit=${limit}`,
      draw: (board) => this.#draw(board as Board, `${origin}/a/${slug}`),
    };
  }

  #draw({ models, votes }: Board, page: string): Element {
    const words = wordsOf(this.lang || document.documentElement.lang);
    const wanted = (this.getAttribute("columns") || usual).split(",").map((name) => name.trim());
    const columns = wanted.filter((name) => Object.hasOwn(cells, name));
    const axis = axisOf(models);
    const own = this.getAttribute("highlight");
    const head = columns.map((name) =>
      make(
        "th",
        { scope: "col", class: /rating|votes|rate/.test(name) ? "n" : "" },
        String(words[name as keyof Words]),
      ),
    );
    const rows = models.map((row) => {
      const { slug } = row.model;
      const isOwn = slug === own;
      return make(
        "tr",
        { "data-key": slug, part: isOwn ? "row own" : "row", "aria-current": isOwn ? "true" : undefined },
        ...columns.flatMap((name) => cells[name]?.(row, words, axis, page) ?? []),
      );
    });
    return make(
      "div",
      { part: "widget" },
      make(
        "table",
        { part: "table" },
        make("thead", {}, make("tr", {}, ...head)),
        make("tbody", {}, ...rows),
      ),
      make(
        "p",
        { part: "footer" },
        make("span", {}, fill(words.board, { n: votes.toLocaleString() })),
        link(page, words.more),
      ),
    );
  }
}
