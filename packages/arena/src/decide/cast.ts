import {
  type BallotMode,
  type Cast,
  type CastAnswer,
  type Failure,
  fail,
  ok,
  type Result,
} from "@agon/contract";
import { ratingOf } from "@agon/rating";
import { competitionRanks } from "@agon/tournament";
import type { BattleRef, VerdictEvent } from "../event.ts";
import { decideBattle } from "../run-tournament.ts";
import type { ArenaState } from "../state.ts";
import type { Decided } from "./decision.ts";

/** What a ballot's token says; sealed, so the caster cannot read or change it. */
export interface BallotClaims {
  readonly id: string;
  readonly arena: number;
  readonly criterion: string;
  readonly mode: BallotMode;
  readonly models: readonly number[];
  readonly prompt: number;
  /** Keyed hash of the voter, stable within the arena. */
  readonly voter: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly battle?: BattleRef;
}

/** What the caster said, in the one form the log keeps. */
export interface Said {
  readonly ranks: number[];
  readonly firstOnly: boolean;
  readonly flags: string[];
}

/** Time to take a vote back, in milliseconds. */
export const undoMs = 5_000;

/** Reads the words of a cast as ranks over the slots shown; null for a skip. */
export function readCast(claims: BallotClaims, cast: Cast): Result<Said | null> {
  const size = claims.models.length;
  if ("skip" in cast) return ok(null);
  if ("ranks" in cast) {
    if (cast.ranks.length !== size) return misfit("/ranks", `give ${size} ranks, one per output shown`);
    return ok({ ranks: competitionRanks(cast.ranks), firstOnly: false, flags: [] });
  }
  if ("best" in cast) {
    if (cast.best >= size) return misfit("/best", `slots are 0 to ${size - 1}`);
    const ranks = claims.models.map((_, slot) => (slot === cast.best ? 1 : 2));
    return ok({ ranks, firstOnly: size > 2, flags: [] });
  }
  if (size !== 2) return misfit("/outcome", "an outcome decides a duel; give ranks or best");
  const ranks = { a: [1, 2], b: [2, 1], tie: [1, 1], both_bad: [1, 1] }[cast.outcome];
  return ok({ ranks, firstOnly: false, flags: cast.outcome === "both_bad" ? ["both_bad"] : [] });
}

const misfit = (pointer: string, detail: string) =>
  fail("ranks_do_not_fit", `The verdict does not fit the ballot: ${detail}.`, {
    errors: [{ pointer, detail }],
  });

/** True when two casts of one ballot say the same. */
export const sameVerdict = (verdict: VerdictEvent, said: Said): boolean =>
  JSON.stringify([verdict.ranks, verdict.firstOnly ?? false, verdict.flags ?? []]) ===
  JSON.stringify([said.ranks, said.firstOnly, said.flags]);

/** Decides a ballot that is not in the log yet. */
export function decideCast(
  state: ArenaState,
  claims: BallotClaims,
  said: Said,
  now: number,
): Decided<CastAnswer> {
  const refusal = refuseCast(state, claims, now);
  if (refusal) return { ok: false, error: refusal };
  const verdict = verdictOf(state, claims, said);
  const before = ratingsOf(state, claims);
  return ok({
    drafts: [{ event: verdict, ballot: claims.id }],
    answer: (after, [seq = 0]) => answerOf(after, claims, verdict, before, seq, now),
  });
}

function refuseCast(state: ArenaState, claims: BallotClaims, now: number): Failure | null {
  if (now > claims.expiresAt) {
    return { code: "ballot_expired", detail: "The ballot has expired; ask for a new one." };
  }
  if (state.settings?.status === "paused") {
    return { code: "arena_closed", detail: "The arena is paused; votes are not taken now." };
  }
  return null;
}

function verdictOf(state: ArenaState, claims: BallotClaims, said: Said): VerdictEvent {
  const verdict: VerdictEvent = {
    type: "verdict",
    criterion: claims.criterion,
    judge: { kind: "human", id: claims.voter },
    models: claims.models,
    prompt: claims.prompt,
    ranks: said.ranks,
    ...(said.firstOnly ? { firstOnly: true } : {}),
    ...(said.flags.length > 0 ? { flags: said.flags } : {}),
    ...(claims.battle ? { battle: claims.battle } : {}),
  };
  return isLate(state, verdict) ? { ...verdict, late: true } : verdict;
}

/** A verdict for a match that was decided, reset or cancelled meanwhile is kept and changes nothing. */
function isLate(state: ArenaState, verdict: VerdictEvent): boolean {
  if (verdict.battle === undefined) return false;
  const tournament = state.tournaments[verdict.battle.tournament - 1];
  if (tournament === undefined || tournament.status === "cancelled") return true;
  return decideBattle(tournament, verdict).kind === "late";
}

const ratingsOf = (state: ArenaState, claims: BallotClaims): number[] => {
  const mean = state.ratings.get(claims.criterion)?.posterior.mean;
  return claims.models.map((model) => ratingOf(mean?.[model] ?? 0));
};

function answerOf(
  state: ArenaState,
  claims: BallotClaims,
  verdict: VerdictEvent,
  before: readonly number[],
  seq: number,
  now: number,
): CastAnswer {
  const after = ratingsOf(state, claims);
  return {
    verdict: { id: claims.id, seq, ranks: [...verdict.ranks], flags: [...(verdict.flags ?? [])] },
    reveal: claims.models.map((number, slot) => {
      const { slug = "", name = "" } = state.models[number] ?? {};
      const rating = after[slot] ?? 1000;
      return { slot, model: { slug, name }, rating, change: rating - (before[slot] ?? rating) };
    }),
    counted: !verdict.late,
    undo_until: new Date(now + undoMs).toISOString(),
  };
}
