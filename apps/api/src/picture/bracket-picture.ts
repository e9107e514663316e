import type { Match, Tournament } from "@agon/contract";
import { type Canvas, fillRect } from "./canvas.ts";
import { margin, newSheet, palette, pictureSize } from "./sheet.ts";
import { drawText, fitText } from "./text.ts";

type Round = Tournament["brackets"][number]["rounds"][number];

const top = 168;
const height = 388;
const matchesShown = 8;
const roundsShown = 4;
const gap = 28;
const lineOfText = 22;
const standingsShown = 8;

interface Placed {
  readonly match: Match;
  readonly x: number;
  readonly y: number;
  readonly room: number;
}

/** Rounds from the last one back, while they are small enough to be read. */
function shownRounds(rounds: readonly Round[]): Round[] {
  const main = rounds.filter(({ bracket, matches }) => bracket === "main" && matches.length <= matchesShown);
  return main.toSorted((a, b) => a.round - b.round).slice(-roundsShown);
}

function place(rounds: readonly Round[], column: number): Placed[] {
  return rounds.flatMap(({ matches }, at) =>
    matches.map((match, position) => {
      const room = height / matches.length;
      return { match, x: margin + at * column, y: top + (position + 0.5) * room, room };
    }),
  );
}

function drawNames(canvas: Canvas, { match, x, y, room }: Placed, width: number): void {
  const fitting = Math.max(2, Math.floor(room / lineOfText));
  const places = match.places.slice(0, fitting);
  const above = Math.ceil(places.length / 2);
  for (const [at, { model }] of places.entries()) {
    const won = model !== null && match.winners.includes(model.slug);
    const colour = won ? palette.ink : palette.muted;
    const style = { face: won ? "serif" : "sans", size: 17, colour } as const;
    const line = y - 6 + (at - above + 1) * lineOfText + (at >= above ? 4 : 0);
    drawText(canvas, fitText(model?.name ?? "…", style, width), x, line, style);
  }
}

/** The line under a match's names, and from it to the match its winner goes to. */
function drawLines(
  canvas: Canvas,
  from: Placed,
  to: Placed | undefined,
  width: number,
  onPath: boolean,
): void {
  const colour = onPath ? palette.terracotta : palette.line;
  const weight = onPath ? 3 : 2;
  fillRect(canvas, from.x, from.y - weight / 2, to ? width + gap / 2 : width, weight, colour);
  if (!to) return;
  const x = from.x + width + gap / 2;
  const [high, low] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  fillRect(canvas, x - weight / 2, high - weight / 2, weight, low - high + weight, colour);
  fillRect(canvas, x, to.y - weight / 2, gap / 2, weight, colour);
}

function drawTree(canvas: Canvas, rounds: readonly Round[], champion: string | null): void {
  const column = (pictureSize.width - 2 * margin + gap) / rounds.length;
  const width = column - gap;
  const placed = place(rounds, column);
  const byId = new Map(placed.map((one) => [one.match.id, one]));
  const isOnPath = ({ match }: Placed) => champion !== null && match.winners.includes(champion);
  // The champion's path comes last, so that it lies above the others.
  for (const one of placed.toSorted((a, b) => Number(isOnPath(a)) - Number(isOnPath(b))))
    drawLines(canvas, one, byId.get(one.match.feeds ?? ""), width, isOnPath(one));
  for (const one of placed) drawNames(canvas, one, width);
}

function drawStandings(canvas: Canvas, { standings }: Tournament): void {
  for (const [at, { model, place: rank, wins, losses }] of standings.slice(0, standingsShown).entries()) {
    const line = 206 + at * 47;
    const serif = { face: "serif", size: 27, colour: palette.ink } as const;
    const quiet = { face: "sans", size: 21, colour: palette.muted } as const;
    drawText(canvas, String(rank ?? "–"), margin, line, quiet);
    drawText(canvas, fitText(model.name, serif, 760), margin + 60, line, serif);
    drawText(canvas, `${wins} won, ${losses} lost`, 960, line, quiet);
  }
}

/** The end of a bracket, the champion's path in terracotta; a league shows its standings. */
export function drawBracket(tournament: Tournament): Canvas {
  const { matches_decided: done, matches_total: total, title } = tournament;
  const bracket = tournament.brackets.find(({ rounds }) => rounds.length > 0);
  const champion = bracket?.champion ?? null;
  const progress = total === null ? `${done} matches decided` : `${done} of ${total} matches decided`;
  const won = champion === null ? "" : ` · Champion: ${champion.name}`;
  const canvas = newSheet(title, fitText(`${progress}${won}`, { face: "sans", size: 22 }, 1_072));
  const rounds = shownRounds(bracket?.rounds ?? []);
  const isTree = rounds.some(
    ({ matches }) => matches.length === 1 || matches.some(({ feeds }) => feeds !== null),
  );
  if (isTree) drawTree(canvas, rounds, champion?.slug ?? null);
  else drawStandings(canvas, tournament);
  return canvas;
}
