import type { Match } from "@agon/contract";
import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";

type Texts = Messages["bracket"];

const namesOf = (match: Match, t: Texts): string[] =>
  match.places.map((place) => place.model?.name ?? t.open);

/** Two names stand against each other; more are listed. */
function versus(match: Match, t: Texts): string {
  const [a, b, ...more] = namesOf(match, t);
  if (more.length > 0 || b === undefined) return namesOf(match, t).join(", ");
  return fill(t.sentence.versus, { a: a ?? t.open, b });
}

const scoreOf = (match: Match, t: Texts): string => match.score?.join(" : ") ?? t.sentence.noScore;

export const winnerName = (match: Match): string | undefined =>
  match.places.find((place) => place.model && match.winners.includes(place.model.slug))?.model?.name;

/** A draw that a rule settled: equal ranks, and yet somebody advances. */
const isTie = (match: Match): boolean => match.ranks !== null && new Set(match.ranks).size === 1;

/** A single battle that leads nowhere: nobody goes on. */
const inPool = ({ bracket }: Match): boolean => bracket === "pool";

function order(match: Match, t: Texts): string {
  const ranked = match.places.map((place, i) => ({
    name: place.model?.name ?? t.open,
    rank: match.ranks?.[i] ?? i + 1,
  }));
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .map((one) => fill(t.sentence.rank, one))
    .join(", ");
}

function decided(match: Match, values: Record<string, string | number>, t: Texts): string {
  if (match.places.length > 2) return fill(t.sentence.decidedMany, { ...values, order: order(match, t) });
  if (isTie(match)) return fill(t.sentence[inPool(match) ? "level" : "decidedTie"], values);
  const loser = match.places.find((place) => place.model && !match.winners.includes(place.model.slug));
  const told = { ...values, loser: loser?.model?.name ?? t.open };
  return fill(match.score === null ? t.sentence.decidedPlain : t.sentence.decided, told);
}

/** A match as one full sentence: what a screen reader says about a cell. */
export function matchSentence(match: Match, round: string, live: boolean, t: Texts): string {
  const values = {
    round,
    n: match.position,
    names: versus(match, t),
    winner: winnerName(match) ?? t.open,
    score: scoreOf(match, t),
  };
  switch (match.status) {
    case "decided":
      return decided(match, values, t);
    case "ready":
      return fill(live ? t.sentence.live : t.sentence.ready, values);
    case "forfeit":
      return fill(t.sentence[inPool(match) ? "notPlayed" : "forfeit"], values);
    case "awaiting":
    case "bye":
    case "void":
      return fill(t.sentence[match.status], values);
  }
}
