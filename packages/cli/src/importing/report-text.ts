import type { ImportReport } from "./import.ts";
import { problemText } from "./problems.ts";

const kinds = ["models", "prompts", "outputs", "votes"] as const;

const countsText = (counts: ImportReport["stored"]): string =>
  kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind].toLocaleString("en")} ${kind}`)
    .join(", ");

function storedLines({ stored, unchanged }: ImportReport): string[] {
  const [now, before] = [countsText(stored), countsText(unchanged)];
  if (now !== "") return [`Stored ${now}.`, ...(before === "" ? [] : [`There already: ${before}.`])];
  return [before === "" ? "Nothing was stored." : `Nothing new. There already: ${before}.`];
}

/** How many rows were left out comes last: below a list of a hundred it is what one sees. */
function refusedLines({ refused, problems }: ImportReport): string[] {
  if (refused === 0) return [];
  const shown = problems.map(problemText);
  const more =
    refused > shown.length ? [`... and ${(refused - shown.length).toLocaleString("en")} more`] : [];
  const rows = refused === 1 ? "1 row that is" : `${refused.toLocaleString("en")} rows that are`;
  return [...shown, ...more, `Left out ${rows} not valid.`];
}

/** What an import did, in a few lines. */
export function reportText(report: ImportReport): string {
  const { arena, created } = report;
  const first = created ? `Made the arena ${arena}.` : `The arena ${arena} was there.`;
  return [first, ...storedLines(report), ...refusedLines(report)].join("\n");
}
