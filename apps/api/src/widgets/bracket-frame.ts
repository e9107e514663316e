// A bracket for other people's pages: the rounds before the final side by side; a league shows its standings.
import type { FrameQuery, Match, Tournament } from "@agon/contract";
import { html } from "hono/html";
import type { FrameContent, Markup } from "./frame-document.ts";
import { number, type Spoken, spokenLanguage, type Words, wordsOf } from "./words.ts";

type Bracket = Tournament["brackets"][number];
type Round = Bracket["rounds"][number];

/** Rounds shown, counted from the last, when the address does not say. */
const defaultRounds = 4;
const standingRows = 20;
/** The last place of a bracket whose matches stand in a tree. */
const treeKinds: readonly Round["bracket"][] = ["main", "lower", "final"];

/** The bracket whose rounds came along. */
export const shownBracket = ({ brackets }: Tournament): Bracket | undefined =>
  brackets.find(({ rounds }) => rounds.length > 0);

const isTree = (rounds: readonly Round[]): boolean =>
  rounds.some(({ matches }) => matches.some(({ feeds }) => feeds !== null));

export function roundName({ bracket, round }: Round, rounds: readonly Round[], words: Words): string {
  if (bracket === "third") return words.named.third;
  if (bracket === "final") return words.named.grand;
  if (bracket === "lower") return words.lower(round);
  const last = Math.max(...rounds.filter((one) => one.bracket === "main").map((one) => one.round));
  return (bracket === "main" ? words.nearEnd[last - round] : undefined) ?? words.round(round);
}

function matchItem(match: Match, query: FrameQuery, words: Words, address: string): Markup {
  const decided = match.winners.length > 0;
  return html`<li class="m" data-key="${match.id}">${match.places.map(({ model }, at) => {
    const won = model !== null && match.winners.includes(model.slug);
    const own = model !== null && model.slug === query.highlight;
    const score = match.score?.[at];
    const name = model?.name ?? words.open;
    const text =
      decided && won
        ? html`<a href="${address}/m/${encodeURIComponent(match.id)}" target="_blank" rel="noopener">${name}</a>`
        : name;
    return html`<div class="${won ? "w" : ""}" ${own ? html`data-own` : ""}><span>${text}</span><span>${
      score === undefined ? (won ? "✓" : "") : score
    }</span></div>`;
  })}</li>`;
}

function tree(rounds: readonly Round[], query: FrameQuery, words: Words, address: string): Markup {
  const inTree = rounds.filter(({ bracket }) => treeKinds.includes(bracket));
  const shown = inTree.slice(-(query.limit ?? defaultRounds));
  return html`<div class="b" role="region" tabindex="0" aria-label="${words.scrolls}">${shown.map(
    (round) =>
      html`<section data-key="${round.bracket}${round.round}"><h2>${roundName(round, rounds, words)}</h2><ol>${round.matches.map((match) => matchItem(match, query, words, address))}</ol></section>`,
  )}</div>`;
}

function standings({ standings: rows }: Tournament, query: FrameQuery, words: Words): Markup {
  return html`<table><thead><tr><th scope="col">${words.place}</th><th scope="col">${words.model}</th><th scope="col" class="n">${words.won}</th><th scope="col" class="n">${words.lost}</th></tr></thead><tbody>${rows
    .slice(0, query.limit ?? standingRows)
    .map(
      ({ model, place, wins, losses }) =>
        html`<tr data-key="${model.slug}" ${model.slug === query.highlight ? html`data-own aria-current="true"` : ""}><td class="r">${place ?? "–"}</td><th scope="row">${model.name}</th><td class="n">${wins}</td><td class="n">${losses}</td></tr>`,
    )}</tbody></table>`;
}

const progressText = (lang: Spoken, { matches_decided: done, matches_total: total }: Tournament): string =>
  wordsOf(lang).decided(number(lang, done), total === null ? null : number(lang, total));

export function bracketFrame(tournament: Tournament, query: FrameQuery, origin: string): FrameContent {
  const lang = spokenLanguage(query.lang);
  const words = wordsOf(lang);
  const address = `${origin}${lang === "en" ? "" : `/${lang}`}/t/${tournament.id}`;
  const bracket = shownBracket(tournament);
  const rounds = bracket?.rounds ?? [];
  const champion = bracket?.champion ?? null;
  const body = html`<article><header><h1><a href="${address}" target="_blank" rel="noopener">${tournament.title}</a></h1><p>${progressText(lang, tournament)}</p></header>${
    isTree(rounds) ? tree(rounds, query, words, address) : standings(tournament, query, words)
  }<footer><span>${champion === null ? "" : words.champion(champion.name)}</span></footer></article>`;
  return { title: tournament.title, body };
}
