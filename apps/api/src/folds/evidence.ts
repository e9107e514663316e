// Verdicts as the evidence a plan asks for: with their clusters, their lengths or the style of their outputs.
import { type Ballot, pairOutcome } from "@agon/rating";
import type { StyledDuel } from "@agon/rating/analysis";
import type { BoardPlan } from "./board-plan.ts";
import type { StyleTable } from "./style-table.ts";
import type { VerdictRow } from "./verdict-columns.ts";

type Unit = BoardPlan["cluster"];

/** Numbers the independent units of a slice from 0. */
function clusterOf(unit: Unit): (row: VerdictRow) => Pick<Ballot, "cluster"> {
  const numbers = new Map<number, number>();
  return ({ judge, prompt }) => {
    if (unit === "none") return {};
    const name = unit === "voter" ? judge : prompt;
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return { cluster: number };
  };
}

const ballotOf = ({ models, ranks, firstOnly }: VerdictRow): Ballot => ({
  models,
  ranks,
  ...(firstOnly ? { firstOnly: true } : {}),
});

/**
 * WildBench's length margin (B. Y. Lin et al., 2024): a duel won by an output that is longer by more than `marginChars`
 * characters counts as a tie. A judge who called the win a clear one is believed; one who gave no strength is not.
 */
function withinMargin(row: VerdictRow, ballot: Ballot, styles: StyleTable, marginChars: number): Ballot {
  const [a = 0, b = 0] = ballot.models;
  const [rankA = 1, rankB = 1] = ballot.ranks;
  if (ballot.models.length !== 2 || rankA === rankB || row.strength === "much") return ballot;
  const longer = styles(a, row.prompt).chars - styles(b, row.prompt).chars;
  const winnersLead = rankA < rankB ? longer : -longer;
  return winnersLead > marginChars ? { ...ballot, ranks: [1, 1] } : ballot;
}

export function ballotsOf(
  rows: Iterable<VerdictRow>,
  plan: Pick<BoardPlan, "cluster" | "lengthMargin">,
  styles: StyleTable | null,
): Ballot[] {
  const cluster = clusterOf(plan.cluster);
  const ballots: Ballot[] = [];
  for (const row of rows) {
    const ballot = { ...ballotOf(row), ...cluster(row) };
    const margin = plan.lengthMargin;
    ballots.push(styles === null || margin === null ? ballot : withinMargin(row, ballot, styles, margin));
  }
  return ballots;
}

/** Every decided pair of the ballots with the style of both outputs; pairs of one ballot stay together. */
export function styledDuels(
  rows: readonly VerdictRow[],
  ballots: readonly Ballot[],
  styles: StyleTable,
): StyledDuel[] {
  const single = ballots.every(({ models }) => models.length === 2);
  const duels: StyledDuel[] = [];
  for (const [b, ballot] of ballots.entries()) {
    const prompt = rows[b]?.prompt ?? 0;
    const features = ballot.models.map((model) => {
      const { tokens, headings, bold, lists } = styles(model, prompt);
      return [tokens, headings, bold, lists];
    });
    const cluster = ballot.cluster ?? (single ? undefined : b);
    for (const [i, j, ranks] of decidedPairs(ballot)) {
      duels.push({
        ballot: {
          models: [ballot.models[i] ?? 0, ballot.models[j] ?? 0],
          ranks,
          ...(cluster === undefined ? {} : { cluster }),
        },
        features: [features[i] ?? [], features[j] ?? []],
      });
    }
  }
  return duels;
}

function* decidedPairs(ballot: Ballot): Generator<[i: number, j: number, ranks: number[]]> {
  for (let i = 0; i < ballot.models.length; i++) {
    for (let j = i + 1; j < ballot.models.length; j++) {
      const outcome = pairOutcome(ballot, i, j);
      if (outcome !== null) yield [i, j, outcome === 0 ? [1, 1] : outcome > 0 ? [1, 2] : [2, 1]];
    }
  }
}
