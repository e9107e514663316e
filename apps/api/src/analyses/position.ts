import type { AnalysisParts, Finding, JudgeKind } from "@agon/contract";
import { type PositionBias, positionBias, slotRanks } from "@agon/rating/analysis";
import type { VerdictRow } from "../folds/verdict-columns.ts";
import { type AnalysisSource, found, tooMany } from "./source.ts";

type Part = NonNullable<AnalysisParts["position"]>;

/** Decided duels, or rankings, without which a bias cannot be told from luck. */
const needed = 30;
const significant = 0.05;
/** A program compares numbers: the order in which it is given them says how the draw went, nothing else. */
const seesPlaces = ({ kind }: VerdictRow): boolean => kind !== "rule";

export function analysePosition({ rows }: AnalysisSource): Part {
  if (rows === null) return { finding: tooMany, duels: [], slots: [] };
  const seen = rows.filter(seesPlaces);
  const duels = seen.filter(({ models }) => models.length === 2);
  const byKind = Map.groupBy(duels, ({ kind }) => kind);
  const all = positionBias(duels.map(({ ranks }) => ranks));
  const slots = slotsOf(seen.filter(({ models }) => models.length > 2));
  return {
    finding: findingOf(all, slots),
    duels: [...byKind].map(([kind, own]) => duelsOf(kind, own)),
    slots,
  };
}

function duelsOf(kind: JudgeKind, rows: readonly VerdictRow[]): Part["duels"][number] {
  const { decided, firstShare, lower, upper, p } = positionBias(rows.map(({ ranks }) => ranks));
  return { kind, decided, first: firstShare, lower, upper, p };
}

function slotsOf(rows: readonly VerdictRow[]): Part["slots"] {
  const bySize = [...Map.groupBy(rows, ({ models }) => models.length)].sort(([a], [b]) => a - b);
  return bySize.map(([k, own]) => ({
    k,
    ballots: own.length,
    ...slotRanks(own.map(({ ranks }) => ranks)),
  }));
}

function findingOf(all: PositionBias, slots: Part["slots"]): Finding {
  const widest = slots.reduce<Part["slots"][number] | null>(
    (most, one) => (most === null || one.ballots > most.ballots ? one : most),
    null,
  );
  if (all.decided < needed && (widest === null || widest.ballots < needed)) {
    return found("position_too_few", { decided: Math.max(all.decided, widest?.ballots ?? 0), needed });
  }
  if (all.decided < needed && widest !== null) return slotsFinding(widest);
  const share = all.firstShare ?? 0.5;
  const values = { share, lower: all.lower ?? 0, upper: all.upper ?? 1, decided: all.decided };
  if ((all.p ?? 1) >= significant) return found("position_fair", values);
  return found(share > 0.5 ? "position_first" : "position_second", values);
}

function slotsFinding({ k, ballots, mean, fair, p }: Part["slots"][number]): Finding {
  const best = mean.indexOf(Math.min(...mean));
  const values = { k, ballots, place: best + 1, mean: mean[best] ?? fair, fair };
  return found((p ?? 1) >= significant ? "position_slots_fair" : "position_slots_biased", values);
}
