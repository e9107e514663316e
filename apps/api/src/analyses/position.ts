import type { AnalysisParts, Finding, JudgeKind } from "@agon/contract";
import { positionBias, slotRanks } from "@agon/rating/analysis";
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
  const byKind = [...Map.groupBy(duels, ({ kind }) => kind)].map(([kind, own]) => duelsOf(kind, own));
  byKind.sort((a, b) => b.decided - a.decided);
  const slots = slotsOf(seen.filter(({ models }) => models.length > 2));
  return { finding: findingOf(byKind, slots), duels: byKind, slots };
}

/** By slot; a language model that was asked in both orders saw the duel twice. */
function ranksAsShown({ ranks, looks }: VerdictRow): (readonly number[])[] {
  if (looks === null) return [ranks];
  const seen = [
    { winner: looks.inOrder, first: "a" },
    { winner: looks.swapped, first: "b" },
  ];
  return seen.flatMap(({ winner, first }) =>
    winner === null ? [] : [winner === "tie" ? [1, 1] : winner === first ? [1, 2] : [2, 1]],
  );
}

function duelsOf(kind: JudgeKind, rows: readonly VerdictRow[]): Part["duels"][number] {
  const { decided, firstShare, lower, upper, p } = positionBias(rows.flatMap(ranksAsShown));
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

/** Kinds of judges may favour opposite places, so each is asked by itself and the surest answer told. */
function findingOf(kinds: Part["duels"], slots: Part["slots"]): Finding {
  const widest = slots.toSorted((a, b) => b.ballots - a.ballots)[0];
  const told = kinds.filter(({ decided }) => decided >= needed);
  const [most] = told;
  if (most === undefined && (widest?.ballots ?? 0) < needed) {
    return found("position_too_few", {
      decided: Math.max(kinds[0]?.decided ?? 0, widest?.ballots ?? 0),
      needed,
    });
  }
  if (most === undefined) return widest === undefined ? tooMany : slotsFinding(widest);
  const surest = told.toSorted((a, b) => (a.p ?? 1) - (b.p ?? 1))[0] ?? most;
  const isSure = (surest.p ?? 1) * told.length < significant;
  const { kind, decided, first, lower, upper } = isSure ? surest : most;
  const values = { kind, share: first ?? 0.5, lower: lower ?? 0, upper: upper ?? 1, decided };
  if (!isSure) return found("position_fair", values);
  return found(values.share > 0.5 ? "position_first" : "position_second", values);
}

function slotsFinding({ k, ballots, mean, fair, p }: Part["slots"][number]): Finding {
  const best = mean.indexOf(Math.min(...mean));
  const values = { k, ballots, place: best + 1, mean: mean[best] ?? fair, fair };
  return found((p ?? 1) >= significant ? "position_slots_fair" : "position_slots_biased", values);
}
