import { LiveElement, type Shown } from "./live-element.ts";
import { link, make } from "./make.ts";
import { origin } from "./origin.ts";
import { fill, type Words, wordsOf } from "./words.ts";

interface Model {
  readonly slug: string;
  readonly name: string;
}

interface Match {
  readonly id: string;
  readonly places: readonly { readonly model: Model | null }[];
  readonly winners: readonly string[];
  readonly score: readonly number[] | null;
  readonly feeds: string | null;
}

interface Round {
  readonly bracket: string;
  readonly round: number;
  readonly matches: readonly Match[];
}

/** The part of a tournament that is drawn. */
interface Tournament {
  readonly title: string;
  readonly matches_decided: number;
  readonly brackets: readonly { readonly rounds: readonly Round[] }[];
  readonly standings: readonly {
    readonly model: Model;
    readonly place: number | null;
    readonly wins: number;
    readonly losses: number;
  }[];
}

const roundsShown = 4;
const rowsShown = 20;

function roundName({ bracket, round }: Round, last: number, words: Words): string {
  if (bracket === "third") return words.third;
  if (bracket === "final") return words.final;
  if (bracket === "lower") return fill(words.lower, { n: round });
  return (bracket === "main" ? words.ends[last - round] : undefined) ?? fill(words.round, { n: round });
}

interface Look {
  readonly words: Words;
  readonly own: string | null;
  readonly page: string;
  readonly limit: number | null;
}

function matchItem({ id, places, winners, score }: Match, { words, own, page }: Look): Element {
  const seats = places.map(({ model }, at) => {
    const won = model !== null && winners.includes(model.slug);
    const name = model?.name ?? words.open;
    return make(
      "div",
      { class: won ? "w" : "", part: model !== null && model.slug === own ? "seat own" : "seat" },
      make("span", {}, won ? link(`${page}/m/${encodeURIComponent(id)}`, name) : name),
      make("span", {}, String(score?.[at] ?? (won ? "✓" : ""))),
    );
  });
  return make("li", { part: "match", "data-key": id }, ...seats);
}

function tree(rounds: readonly Round[], look: Look): Element {
  const inTree = rounds.filter(({ bracket }) => bracket !== "third");
  const last = Math.max(...rounds.filter(({ bracket }) => bracket === "main").map(({ round }) => round));
  const sections = inTree.slice(-(look.limit ?? roundsShown)).map((round) => {
    const list = make("ol", {}, ...round.matches.map((match) => matchItem(match, look)));
    const title = make("h3", {}, roundName(round, last, look.words));
    return make("section", { part: "round", "data-key": round.bracket + round.round }, title, list);
  });
  return make("div", { part: "bracket" }, ...sections);
}

function standings({ standings: rows }: Tournament, { words, own, limit }: Look): Element {
  const head = [words.place, words.model, words.wins, words.losses];
  const lines = rows
    .slice(0, limit ?? rowsShown)
    .map(({ model, place, wins, losses }) =>
      make(
        "tr",
        { "data-key": model.slug, part: model.slug === own ? "row own" : "row" },
        make("td", { part: "rank" }, String(place ?? "–")),
        make("th", { scope: "row", part: "model" }, model.name),
        make("td", { class: "n" }, String(wins)),
        make("td", { class: "n" }, String(losses)),
      ),
    );
  const titles = head.map((text, at) => make("th", { scope: "col", class: at > 1 ? "n" : "" }, text));
  return make(
    "table",
    { part: "table" },
    make("thead", {}, make("tr", {}, ...titles)),
    make("tbody", {}, ...lines),
  );
}

export class Bracket extends LiveElement {
  static readonly observedAttributes = ["tournament", "limit", "highlight", "lang"];

  override shown(): Shown | null {
    const id = this.getAttribute("tournament");
    if (!id) return null;
    const segment = encodeURIComponent(id);
    return {
      path: `/v1/tournaments/${segment}`,
      draw: (tournament) => this.#draw(tournament as Tournament, `${origin}/t/${segment}`),
    };
  }

  #draw(tournament: Tournament, page: string): Element {
    const words = wordsOf(this.lang || document.documentElement.lang);
    const rounds = tournament.brackets.find((one) => one.rounds.length > 0)?.rounds ?? [];
    const limit = Number(this.getAttribute("limit")) || null;
    const look: Look = { words, own: this.getAttribute("highlight"), page, limit };
    const isTree = rounds.some(({ matches }) => matches.some(({ feeds }) => feeds !== null));
    return make(
      "div",
      { part: "widget", role: "region", tabindex: 0, "aria-label": tournament.title },
      isTree ? tree(rounds, look) : standings(tournament, look),
      make(
        "p",
        { part: "footer" },
        make("span", {}, fill(words.bracket, { n: tournament.matches_decided })),
        link(page, words.more),
      ),
    );
  }
}
