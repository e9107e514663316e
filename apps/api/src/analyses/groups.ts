import type { AnalysisParts, Finding } from "@agon/contract";
import { type Ballot, ratingOf } from "@agon/rating";
import { type VoterGroups, voterGroups } from "@agon/rating/analysis";
import { ballotsOf } from "../folds/evidence.ts";
import type { VerdictRow } from "../folds/verdict-columns.ts";
import { type AnalysisSource, found, refOf, tooMany } from "./source.ts";

type Part = NonNullable<AnalysisParts["groups"]>;

const votersNeeded = 20;
const ballotsEach = 4;
/** The newest ballots of regular voters; the fit takes a thousand rounds over them. */
const ballotsRead = 20_000;
const modelsFitted = 100;
const starts = 3;

/** Ballots of people who voted often enough to show a taste. */
function regulars(rows: readonly VerdictRow[]): VerdictRow[] {
  const byVoter = Map.groupBy(
    rows.filter(({ kind }) => kind === "human"),
    ({ judge }) => judge,
  );
  const often = rows.filter(
    ({ judge, kind }) => kind === "human" && (byVoter.get(judge)?.length ?? 0) >= ballotsEach,
  );
  return often.slice(-ballotsRead);
}

/** Whether voters fall into two groups that rank the models differently. */
export function analyseGroups(source: AnalysisSource): Part {
  const empty = { voters: 0, ballots: 0, groups: [], gain: null };
  if (source.rows === null) return { finding: tooMany, ...empty };
  const rows = regulars(source.rows);
  const ballots = ballotsOf(rows, { cluster: "voter", lengthMargin: null }, null);
  const voters = new Set(rows.map(({ judge }) => judge)).size;
  const counted = { ...empty, voters, ballots: ballots.length };
  if (voters < votersNeeded) {
    return {
      finding: found("groups_too_few", { voters, needed: votersNeeded, each: ballotsEach }),
      ...counted,
    };
  }
  if (new Set(rows.flatMap(({ models }) => models)).size > modelsFitted) {
    return { finding: found("too_many_models", { most: modelsFitted }), ...counted };
  }
  return { ...counted, ...split(source, ballots, voters) };
}

/** Models with at least half as many battles as the middle one: of a rare model a group says hardly more than luck. */
function wellKnown(ballots: readonly Ballot[]): (model: number) => boolean {
  const battles = new Map<number, number>();
  for (const { models } of ballots)
    for (const model of models) battles.set(model, (battles.get(model) ?? 0) + 1);
  const sorted = [...battles.values()].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return (model) => (battles.get(model) ?? 0) >= middle / 2;
}

function split(
  source: AnalysisSource,
  ballots: readonly Ballot[],
  voters: number,
): Pick<Part, "finding" | "groups" | "gain"> {
  const fit = (groups: number): VoterGroups =>
    voterGroups(source.models.length, ballots, {
      groups,
      seed: source.seq,
      starts: groups === 1 ? 1 : starts,
    });
  const [one, two] = [fit(1), fit(2)];
  const gain = one.bic - two.bic;
  const isKnown = wellKnown(ballots);
  const groups = (gain > 0 ? two : one).groups.map(({ share, theta }) => ({
    share,
    models: theta
      .flatMap((value, model) =>
        value === null || !isKnown(model) ? [] : [{ model: refOf(source, model), rating: ratingOf(value) }],
      )
      .sort((a, b) => b.rating - a.rating),
  }));
  return { finding: findingOf(groups, voters), groups, gain };
}

function findingOf([first, second]: Part["groups"], voters: number): Finding {
  if (second === undefined) return found("groups_one", { voters });
  const [one, other] = [first?.models[0]?.model.name ?? "", second.models[0]?.model.name ?? ""];
  const values = { voters, share: first?.share ?? 0, first: one, second: other };
  return found(one === other ? "groups_two_same_leader" : "groups_two", values);
}
