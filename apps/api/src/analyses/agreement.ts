import type { AnalysisParts, Finding } from "@agon/contract";
import { pairOutcome } from "@agon/rating";
import { type Agreement, agreementByCategory, agreementOf, type JudgedItem } from "@agon/rating/analysis";
import type { VerdictRow } from "../folds/verdict-columns.ts";
import { type AnalysisSource, found, tooMany } from "./source.ts";

type Part = NonNullable<AnalysisParts["agreement"]>;

const needed = 20;
/** J. Landis & G. Koch's "moderate" and "substantial" (1977). */
const [moderate, substantial] = [0.4, 0.6];

/** How often each outcome was given to a pair of outputs: the lower-numbered model won, the higher one, a tie; and what it cost. */
type Counts = [low: number, high: number, ties: number, costUsd: number];
type Votes = Map<string, Counts>;

function addVotes(votes: Votes, row: VerdictRow): void {
  const pairs = (row.models.length * (row.models.length - 1)) / 2;
  for (let i = 0; i < row.models.length; i++) {
    for (let j = i + 1; j < row.models.length; j++) {
      const outcome = pairOutcome(row, i, j);
      if (outcome === null) continue;
      const [a, b] = [row.models[i] ?? 0, row.models[j] ?? 0];
      const key = `${row.prompt}/${Math.min(a, b)}/${Math.max(a, b)}`;
      const counts = votes.get(key) ?? [0, 0, 0, 0];
      counts[outcome === 0 ? 2 : outcome > 0 === a < b ? 0 : 1] += 1;
      counts[3] += row.costUsd / pairs;
      votes.set(key, counts);
    }
  }
}

/** What most said; as many for one side as for the other is a tie. */
function majority([low, high, ties]: Counts): string {
  if (ties >= Math.max(low, high) || low === high) return "tie";
  return low > high ? "low" : "high";
}

const agreed = ({ items, share, kappa, lower, upper, costPerAgreementUsd }: Agreement) => ({
  items,
  share,
  kappa,
  lower,
  upper,
  cost_per_agreement_usd: costPerAgreementUsd,
});

/** Whether each judge that is no person decides pairs of outputs as most people do. */
export function analyseAgreement(source: AnalysisSource): Part {
  if (source.allRows === null) return { finding: tooMany, judges: [] };
  const people: Votes = new Map();
  const judges = new Map<string, { id: string; kind: VerdictRow["kind"]; votes: Votes }>();
  for (const row of source.allRows) {
    if (row.kind === "human") {
      addVotes(people, row);
      continue;
    }
    const id = source.judgeName(row.judge);
    const judge = judges.get(`${row.kind}/${id}`) ?? { id, kind: row.kind, votes: new Map() };
    judges.set(`${row.kind}/${id}`, judge);
    addVotes(judge.votes, row);
  }
  const rated = [...judges.values()].map(({ id, kind, votes }) => {
    const items = itemsOf(source, votes, people);
    const categories = [...agreementByCategory(items)].map(([category, own]) => ({
      category,
      ...agreed(own),
    }));
    return { id, kind, ...agreed(agreementOf(items)), categories };
  });
  rated.sort((a, b) => b.items - a.items || (a.id < b.id ? -1 : 1));
  return { finding: findingOf(people.size, rated), judges: rated };
}

function itemsOf({ categoryOf }: AnalysisSource, votes: Votes, people: Votes): JudgedItem[] {
  return [...votes].flatMap(([key, counts]) => {
    const others = people.get(key);
    if (others === undefined) return [];
    const category = categoryOf(Number.parseInt(key, 10));
    const cost = counts[3] > 0 ? { costUsd: counts[3] } : {};
    const item = { judge: majority(counts), people: majority(others), ...cost };
    return [category === null ? item : { ...item, category }];
  });
}

function findingOf(peopleItems: number, judges: Part["judges"]): Finding {
  const [most] = judges;
  if (peopleItems === 0) return found("agreement_no_people");
  if (most === undefined) return found("agreement_no_judges");
  const { items, share, kappa, lower, upper } = most;
  if (items < needed || share === null) return found("agreement_too_few", { items, needed });
  if (kappa === null || lower === null || upper === null)
    return found("agreement_no_kappa", { judge: most.id, share, items });
  const degree = kappa < moderate ? "weak" : kappa < substantial ? "moderate" : "strong";
  return found(`agreement_${degree}`, { judge: most.id, share, items, kappa, lower, upper });
}
