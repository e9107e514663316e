// A leaderboard for other people's pages: a dot with its interval for every model, whole in its markup.
import type { Arena, BoardColumn, BoardRow, FrameQuery, Leaderboard } from "@agon/contract";
import { html } from "hono/html";
import { type Axis, axisOf } from "./axis.ts";
import type { FrameContent, Markup } from "./frame-document.ts";
import {
  moment,
  number,
  percent,
  rankRange,
  rounded,
  type Spoken,
  spokenLanguage,
  wordsOf,
} from "./words.ts";

const defaultRows = 20;
const usual: readonly BoardColumn[] = ["rank", "model", "interval", "rating", "votes"];
const compact: readonly BoardColumn[] = ["rank", "model", "rating"];

const columnsOf = ({ columns, compact: small }: FrameQuery): readonly BoardColumn[] =>
  columns ?? (small === "1" ? compact : usual);

interface Drawn {
  readonly axis: Axis;
  readonly lang: Spoken;
  /** The site's address of a model. */
  readonly modelAddress: (slug: string) => string;
}

function intervalOf(row: BoardRow, { axis, lang }: Drawn): Markup {
  const words = wordsOf(lang);
  if (row.rating === null) return html`<td class="i r">${words.unrated}</td>`;
  const [lower, upper] = [row.lower ?? row.rating, row.upper ?? row.rating];
  const label = `${rounded(row.rating)}, ${words.between(rounded(lower), rounded(upper))}`;
  const [start, end] = [axis(lower), axis(upper)];
  return html`<td class="i"><svg role="img" aria-label="${label}"><rect x="${start}%" y="7" width="${Math.round((end - start) * 100) / 100}%" height="2"></rect><circle cx="${axis(row.rating)}%" cy="8" r="4.5"></circle></svg></td>`;
}

/** A cell of every column; on a narrow page the last three give way. */
const cells: Record<BoardColumn, (row: BoardRow, drawn: Drawn) => Markup> = {
  rank: (row) => html`<td class="r">${row.rating === null ? "–" : rankRange(row)}</td>`,
  model: ({ model }, { modelAddress }) =>
    html`<th scope="row"><a href="${modelAddress(model.slug)}" target="_blank" rel="noopener">${model.name}</a></th>`,
  interval: intervalOf,
  rating: ({ rating }) => html`<td class="n">${rating === null ? "–" : rounded(rating)}</td>`,
  votes: ({ votes }, { lang }) => html`<td class="n x">${number(lang, votes)}</td>`,
  win_rate: ({ win_rate }, { lang }) =>
    html`<td class="n x">${win_rate === null ? "–" : percent(lang, win_rate)}</td>`,
  organization: ({ model }) => html`<td class="x">${model.organization ?? "–"}</td>`,
};

const headClass: Partial<Record<BoardColumn, string>> = {
  rating: "n",
  votes: "n x",
  win_rate: "n x",
  organization: "x",
  interval: "i",
};

function table(rows: readonly BoardRow[], query: FrameQuery, drawn: Drawn, caption: string): Markup {
  const words = wordsOf(drawn.lang);
  const columns = columnsOf(query);
  return html`<table><caption class="s">${caption}</caption><thead><tr>${columns.map(
    (column) => html`<th scope="col" class="${headClass[column] ?? ""}">${words[column]}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr data-key="${row.model.slug}" ${row.model.slug === query.highlight ? html`data-own aria-current="true"` : ""}>${columns.map((column) => cells[column](row, drawn))}</tr>`,
  )}</tbody></table>`;
}

export function boardFrame(
  arena: Arena,
  board: Leaderboard,
  query: FrameQuery,
  origin: string,
): FrameContent {
  const lang = spokenLanguage(query.lang);
  const words = wordsOf(lang);
  const address = `${origin}${lang === "en" ? "" : `/${lang}`}/a/${arena.slug}`;
  const rows = board.models.slice(0, query.limit ?? defaultRows);
  const drawn: Drawn = {
    axis: axisOf(rows),
    lang,
    modelAddress: (slug) => `${address}/m/${encodeURIComponent(slug)}`,
  };
  const body = html`<article><header><h1><a href="${address}" target="_blank" rel="noopener">${arena.title}</a></h1><p><span>${words.countedVotes(number(lang, board.votes))}</span></p></header>${
    rows.length === 0 ? html`<p>${words.noRatings}</p>` : table(rows, query, drawn, arena.title)
  }<footer><span>${words.asOf} </span><time datetime="${board.as_of}">${moment(lang, board.as_of)}</time></footer></article>`;
  return { title: arena.title, body };
}
