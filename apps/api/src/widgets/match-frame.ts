// A match for other people's pages. Outputs stand beside their models' names only when the match is decided: before,
// they would tell a voter whose is whose.
import type { Arena, FrameQuery, MatchDetail, Tournament } from "@agon/contract";
import { html } from "hono/html";
import { roundName, shownBracket } from "./bracket-frame.ts";
import type { FrameContent, Markup } from "./frame-document.ts";
import { spokenLanguage, type Words, wordsOf } from "./words.ts";

const shownChars = 1_200;
/** Pictures travel inside of the frame: larger ones are left to the site. */
const pictureChars = 40_000;

const cut = (text: string): string => (text.length > shownChars ? `${text.slice(0, shownChars)}…` : text);

/** What a match is shown with. */
interface MatchSource {
  readonly arena: Arena;
  readonly match: MatchDetail;
  readonly tournament: Tournament;
}

/**
 * An SVG as `<img>` can neither run scripts nor load anything; media of other hosts are not asked for, and sounds and
 * films are left to the site.
 */
function outputBody(
  { content, media_url, taken_down }: MatchDetail["outputs"][number],
  { name, modality }: { readonly name: string; readonly modality: Arena["modality"] },
  words: Words,
): Markup {
  if (taken_down) return html`<p>${words.takenDown}</p>`;
  if (content === null && media_url === null) return html`<p>${words.missing}</p>`;
  const isSvg = content !== null && /^\s*(?:<\?xml[^>]*\?>\s*)?<svg[\s>]/i.test(content);
  if (content !== null && !isSvg) return html`<p>${cut(content)}</p>`;
  if (content !== null && content.length <= pictureChars)
    return html`<img alt="${name}" src="data:image/svg+xml;charset=utf-8,${encodeURIComponent(content)}">`;
  const isStoredHere = media_url !== null && /^\/(?!\/)/.test(media_url);
  return isStoredHere && modality === "image"
    ? html`<img alt="${name}" src="${media_url}">`
    : html`<p>${words.elsewhere}</p>`;
}

function outputs({ arena, match }: MatchSource, query: FrameQuery, words: Words): Markup {
  const models = match.places.flatMap(({ model }) => model ?? []);
  const decided = match.winners.length > 0;
  return html`<div class="o">${models.map((model) => {
    const won = match.winners.includes(model.slug);
    const output = decided ? match.outputs.find((one) => one.model.slug === model.slug) : undefined;
    const about = { name: model.name, modality: arena.modality };
    return html`<article class="${won ? "w" : ""}" data-key="${model.slug}" ${model.slug === query.highlight ? html`data-own` : ""}><h2><span>${model.name}</span><b>${won ? words.winner : ""}</b></h2>${
      output === undefined ? "" : outputBody(output, about, words)
    }</article>`;
  })}</div>${decided ? "" : html`<p>${words.notDecided}</p>`}`;
}

export function matchFrame(source: MatchSource, query: FrameQuery, origin: string): FrameContent {
  const { match, tournament } = source;
  const lang = spokenLanguage(query.lang);
  const words = wordsOf(lang);
  const address = `${origin}${lang === "en" ? "" : `/${lang}`}/t/${tournament.id}/m/${encodeURIComponent(match.id)}`;
  const rounds = shownBracket(tournament)?.rounds ?? [];
  const round = rounds.find(({ matches }) => matches.some(({ id }) => id === match.id));
  const score = match.score === null ? "" : match.score.join(" : ");
  const body = html`<article><header><h1><a href="${address}" target="_blank" rel="noopener">${tournament.title}</a></h1><p><span>${round ? roundName(round, rounds, words) : ""}</span><span> ${score}</span></p></header>${
    match.prompt_text === null ? "" : html`<blockquote>${cut(match.prompt_text)}</blockquote>`
  }${outputs(source, query, words)}</article>`;
  return { title: tournament.title, body };
}
