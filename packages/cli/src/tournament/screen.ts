// The picture of a tournament on a terminal.
import { progressLine } from "../progress.ts";
import { table } from "../table.ts";
import { bracketTree } from "./bracket.ts";
import { bracketText, type TextSize } from "./bracket-text.ts";
import { matchLine } from "./match-line.ts";
import type { Watched } from "./watched.ts";

const standingsShown = 8;

function standingsText({ standings }: Watched, rows: number): string[] {
  const columns = [
    { title: "place", align: "right" },
    { title: "model", align: "left" },
    { title: "won", align: "right" },
    { title: "lost", align: "right" },
    { title: "tied", align: "right" },
    { title: "titles", align: "right" },
  ] as const;
  const shown = standings.slice(0, Math.max(1, rows)).map(({ model, place, wins, losses, ties, titles }) => {
    const numbers = [wins, losses, ties, titles].map(String);
    return [place === null ? "–" : String(place), model.name, ...numbers];
  });
  return table(columns, shown);
}

/** The lines for the state of a tournament, at most as many as the terminal has. */
export function screenText(watched: Watched, size: TextSize): string[] {
  const { summary, group, matches, last } = watched;
  const tree = bracketTree(matches);
  const head = [
    `${summary.title} · ${summary.format} · ${summary.status} · seed ${summary.seed}`,
    progressLine("", summary.matches_decided, summary.matches_total).trim(),
    "",
    ...(group === null ? [] : [`Prompt ${group}`]),
  ];
  const foot = last === null ? [] : ["", matchLine(last) ?? ""];
  const rows = size.rows - head.length - foot.length - 2;
  const body =
    tree === null
      ? standingsText(watched, Math.min(rows - 1, standingsShown * 4))
      : bracketText(tree, { columns: size.columns, rows });
  return [...head, ...body, ...foot].map((line) => line.slice(0, size.columns - 1));
}

/** The end of a tournament: who stands where. */
export function finalText(watched: Watched): string[] {
  const { summary } = watched;
  return [`${summary.title}: ${summary.status}`, "", ...standingsText(watched, standingsShown)];
}
