import type { Match } from "@agon/contract";

const notes: Readonly<Record<string, string>> = {
  "tie-earlier-position": "a tie; the earlier position of the draw goes on",
  "tie-higher-seed": "a tie; the higher seed goes on",
  "tie-keeps-order": "a tie",
  "clear-lead": "a clear lead",
  "out-of-reach": "out of reach",
  "extra-prompt": "after another prompt",
  "missing-output": "an output is missing",
  withdrawn: "withdrawn",
  corrected: "corrected",
};

const isOver = ({ status }: Match): boolean => status === "decided" || status === "forfeit";

/** `p3.r1.m2  lead 2–1 random → lead (a clear lead)`, or null for a match that is not over. */
export function matchLine(match: Match): string | null {
  if (!isOver(match)) return null;
  const names = match.places.map(({ model }) => model?.name ?? "nobody");
  const versus = names.length === 2 && match.score !== null ? ` ${match.score.join("–")} ` : " : ";
  const winners = match.winners.map(
    (slug) => match.places.find(({ model }) => model?.slug === slug)?.model?.name ?? slug,
  );
  const note = match.note === null ? "" : ` (${notes[match.note] ?? match.note})`;
  const result = winners.length === 0 ? "tie" : winners.join(", ");
  return `${match.id}  ${names.join(versus)} → ${result}${note}`;
}
