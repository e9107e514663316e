// Gives out battles: of a tournament in the order of its schedule, or of the open arena by matchmaking.
import {
  type ArenaState,
  type BallotClaims,
  type BattleRef,
  battleModels,
  chooseBattle,
  largestBattle,
  mayBeShown,
  type TournamentState,
} from "@agon/arena";
import { type BallotMode, fail, ok, type Result } from "@agon/contract";
import type { Battle } from "@agon/tournament";
import { ready } from "@agon/tournament/schedule";
import { battleKey, type Desk } from "./desk.ts";
import { pickFor } from "./league-pick.ts";

export interface BallotWish {
  readonly voter: string;
  readonly k: number | null;
  readonly mode: "rank" | "best" | null;
  readonly criterion: string | null;
  readonly category: string | null;
  readonly tournament: number | null;
}

export interface IssueContext {
  readonly arena: number;
  readonly desk: Desk;
  readonly now: number;
  readonly random: () => number;
  readonly newId: () => string;
}

const ballotLifeMs = 30 * 60_000;
/** Ready battles looked through for one nobody holds. */
const battlesLookedThrough = 5_000;

export function issueBallot(
  state: ArenaState,
  wish: BallotWish,
  context: IssueContext,
): Result<BallotClaims> {
  if (state.settings === null) return fail("arena_unknown", "There is no such arena.");
  if (state.settings.status === "paused") {
    return fail("arena_closed", "The arena is paused; no battles are given out now.", { retryAfterS: 60 });
  }
  context.desk.expire(context.now);
  return wish.tournament === null ? openBallot(state, wish, context) : tournamentBallot(state, wish, context);
}

function openBallot(state: ArenaState, wish: BallotWish, context: IssueContext): Result<BallotClaims> {
  const settings = state.settings;
  const criterion = wish.criterion ?? settings?.criteria[0]?.slug ?? "overall";
  if (!settings?.criteria.some(({ slug }) => slug === criterion)) {
    const detail = `the arena has no criterion "${criterion}"`;
    return fail("parameter_invalid", `No ballot: ${detail}.`, {
      errors: [{ pointer: "/criterion", detail }],
    });
  }
  if (wish.category !== null && !state.prompts.some(({ category }) => category === wish.category)) {
    const detail = `the arena has no category "${wish.category}"`;
    return fail("parameter_invalid", `No ballot: ${detail}.`, { errors: [{ pointer: "/category", detail }] });
  }
  const most = largestBattle(state);
  const k = wish.k ?? Math.min(settings.k, Math.max(2, most));
  const battle = chooseBattle(state, {
    criterion,
    k,
    category: wish.category,
    random: context.random,
    shadow: context.desk.shadow(criterion),
    gamesInFlight: context.desk.gamesInFlight(state.models.length),
    promptsInFlight: context.desk.promptsInFlight(),
  });
  if (battle === null) {
    return fail(
      "no_battle_left",
      `No prompt has ${k} outputs of different models to compare; the most is ${most}.`,
    );
  }
  const claims = claimsOf(context, wish, { criterion, models: battle.models, prompt: battle.prompt });
  context.desk.give(claims, battle.information, context.now);
  return ok(claims);
}

function tournamentBallot(state: ArenaState, wish: BallotWish, context: IssueContext): Result<BallotClaims> {
  const tournament = state.tournaments[(wish.tournament ?? 0) - 1];
  if (tournament === undefined) return fail("tournament_unknown", "There is no such tournament.");
  const refusal = tournamentRefusal(tournament);
  if (refusal) return fail("tournament_state", refusal);
  const battle = freeBattle(state, tournament, context);
  if (battle === null) {
    const detail = "Every open battle is in somebody's hands; ask again in a moment.";
    return fail("no_battle_left", detail, { retryAfterS: 10 });
  }
  const { models, prompt } = battleModels(tournament, battle);
  const shown = battle.ordered ? models : shuffle(models, context.random);
  const ref: BattleRef = {
    tournament: tournament.number,
    match: battle.match,
    version: battle.version,
    game: battle.game,
    ...(battle.ordered ? {} : { order: models.map((model) => shown.indexOf(model)) }),
  };
  const about = { criterion: tournament.setup.criterion, models: shown, prompt, battle: ref };
  const claims = claimsOf(context, wish, about);
  context.desk.give(claims, 0, context.now);
  return ok(claims);
}

function tournamentRefusal({ setup, status }: TournamentState): string | null {
  if (setup.judge.kind !== "human")
    return "This tournament is judged by a program; vote in the open arena instead.";
  if (status === "scheduled") return "The tournament has not started.";
  return status === "running" ? null : `The tournament is ${status}.`;
}

/** A ready battle nobody holds. */
function freeBattle(state: ArenaState, tournament: TournamentState, context: IssueContext): Battle | null {
  const leases = context.desk.leases(tournament.number);
  const taken = new Set([...leases.keys()].map((key) => key.split("/")[1] ?? ""));
  const pick = pickFor(state, tournament, context.random);
  let looked = 0;
  for (const battle of ready(tournament.schedule, { pick, taken })) {
    const isHeld = leases.has(battleKey({ ...battle, tournament: tournament.number }));
    if (!isHeld && mayBeShown(state, battleModels(tournament, battle))) return battle;
    if (++looked >= battlesLookedThrough) break;
  }
  return null;
}

function claimsOf(
  context: IssueContext,
  wish: BallotWish,
  about: Pick<BallotClaims, "criterion" | "models" | "prompt" | "battle">,
): BallotClaims {
  return {
    id: context.newId(),
    arena: context.arena,
    mode: modeOf(about.models.length, wish.mode),
    voter: wish.voter,
    expiresAt: context.now + ballotLifeMs,
    ...about,
  };
}

const modeOf = (size: number, wanted: "rank" | "best" | null): BallotMode =>
  size === 2 ? "duel" : (wanted ?? "rank");

/** Fisher-Yates on a copy. */
function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [out[i], out[j]];
    if (a !== undefined && b !== undefined) [out[i], out[j]] = [b, a];
  }
  return out;
}
