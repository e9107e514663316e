import { rankingsOfTally, type TallySum } from "@agon/arena";
import type { AnalysisParts, Finding } from "@agon/contract";
import { type Ballot, type Rating, rate } from "@agon/rating";
import { criterionTests } from "@agon/rating/analysis";
import { type AnalysisSource, found, refOf } from "./source.ts";

type Part = NonNullable<AnalysisParts["criteria"]>;

const significant = 0.05;

/** Equal ballots share one object, so a million of them are a million references. */
const ballotsOfTally = (tally: TallySum): Ballot[] =>
  rankingsOfTally(tally).flatMap(({ ballot, count }) => Array<Ballot>(count).fill(ballot));

/** A board per criterion, and whether two models differ under each. */
export function analyseCriteria(source: AnalysisSource): Part {
  const size = source.models.length;
  const ballots = source.criteria.map(({ tally }) => ballotsOfTally(tally));
  const boards = ballots.map((own) => rate(size, own, { method: "bradley-terry" }));
  const compared = source.compare ?? firstTwo(boards);
  const tests = compared === null ? [] : criterionTests(size, ballots, ...compared);
  const criteria = source.criteria.map(({ about, tally }, c): Part["criteria"][number] => ({
    criterion: about.slug,
    title: about.title,
    votes: tally.votes,
    models: ratedModels(source, boards[c]),
    test: tests[c] ?? { difference: null, sd: null, p: null, adjusted: null },
  }));
  const refs = (compared ?? []).map((model) => refOf(source, model));
  return { finding: findingOf(criteria, refs), compared: refs, criteria };
}

/** The first two of the criterion with the most models rated; null where nobody rated two. */
function firstTwo(boards: readonly Rating[]): [number, number] | null {
  for (const { models } of boards) {
    const order = [...models.keys()]
      .filter((model) => models[model]?.rating !== null)
      .sort((a, b) => (models[b]?.rating ?? 0) - (models[a]?.rating ?? 0));
    const [first, second] = order;
    if (first !== undefined && second !== undefined) return [first, second];
  }
  return null;
}

const ratedModels = (source: AnalysisSource, board: Rating | undefined): Part["criteria"][number]["models"] =>
  (board?.models ?? [])
    .flatMap(({ rating, lower, upper }, model) =>
      rating === null ? [] : [{ model: refOf(source, model), rating, lower, upper }],
    )
    .sort((a, b) => b.rating - a.rating);

function findingOf(criteria: Part["criteria"], [one, other]: Part["compared"]): Finding {
  if (one === undefined || other === undefined) return found("criteria_too_few");
  const tested = criteria.filter(({ test }) => test.adjusted !== null);
  const values = { first: one.name, second: other.name, criteria: tested.length };
  if (tested.length === 0) return found("criteria_untested", values);
  const sure = tested.filter(({ test }) => (test.adjusted ?? 1) < significant);
  if (criteria.length === 1) {
    const p = tested[0]?.test.adjusted ?? 1;
    return found(sure.length === 1 ? "criteria_one_sure" : "criteria_one_open", { ...values, p });
  }
  const [ahead, behind] = [1, -1].map(
    (sign) => sure.filter(({ test }) => sign * (test.difference ?? 0) > 0).length,
  );
  if (sure.length === 0) return found("criteria_open", values);
  if ((ahead ?? 0) > 0 && (behind ?? 0) > 0) {
    return found("criteria_split", { ...values, ahead: ahead ?? 0, behind: behind ?? 0 });
  }
  const [winner, loser] = (ahead ?? 0) > 0 ? [one, other] : [other, one];
  return found("criteria_sure", { ...values, sure: sure.length, winner: winner.name, loser: loser.name });
}
