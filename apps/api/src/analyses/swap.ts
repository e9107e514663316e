import type { AnalysisParts } from "@agon/contract";
import { type SwappedDuel, swapConsistency } from "@agon/rating/analysis";
import type { VerdictRow } from "../folds/verdict-columns.ts";
import { type AnalysisSource, found, tooMany } from "./source.ts";

type Part = NonNullable<AnalysisParts["swap"]>;
type Winner = SwappedDuel["inOrder"];

const needed = 10;
const steady = 0.9;

/** Who won, told by model: `a` is the lower-numbered one. */
function winnerOf({ models: [first = 0, second = 0], ranks: [one = 1, other = 1] }: VerdictRow): Winner {
  if (one === other) return "tie";
  return one < other === first < second ? "a" : "b";
}

/** Duels of one judge over the same two outputs, once in each order: in two answers of a verdict, or in two verdicts. */
function swappedDuels(rows: readonly VerdictRow[]): SwappedDuel[] {
  const seen = new Map<string, { inOrder?: Winner; swapped?: Winner }>();
  const asked: SwappedDuel[] = [];
  for (const row of rows) {
    if (row.models.length !== 2 || row.kind === "rule") continue;
    const { inOrder = null, swapped = null } = row.looks ?? {};
    if (inOrder !== null && swapped !== null) asked.push({ inOrder, swapped });
    if (row.looks !== null) continue;
    const [first = 0, second = 0] = row.models;
    const key = `${row.judge}/${row.criterion}/${row.prompt}/${Math.min(first, second)}/${Math.max(first, second)}`;
    const duel = seen.get(key) ?? {};
    seen.set(key, { ...duel, [first < second ? "inOrder" : "swapped"]: winnerOf(row) });
  }
  const met = [...seen.values()].flatMap(({ inOrder, swapped }) =>
    inOrder === undefined || swapped === undefined ? [] : [{ inOrder, swapped }],
  );
  return [...asked, ...met];
}

export function analyseSwap({ rows }: AnalysisSource): Part {
  const result = swapConsistency(swappedDuels(rows ?? []));
  const { duels, consistent, firstTwice, secondTwice, share } = result;
  const values = { duels, consistent, share: share ?? 0, first: firstTwice, second: secondTwice };
  const judged = (share ?? 0) >= steady ? "swap_steady" : "swap_shaky";
  return {
    finding:
      rows === null
        ? tooMany
        : duels < needed
          ? found("swap_too_few", { duels, needed })
          : found(judged, values),
    duels,
    consistent,
    first_twice: firstTwice,
    second_twice: secondTwice,
    share,
  };
}
