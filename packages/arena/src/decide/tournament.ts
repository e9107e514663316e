import {
  type ErrorDetail,
  fail,
  type JudgeSpec,
  type MatchPatch,
  ok,
  type PanelDefinition,
  type Result,
  type TournamentPatch,
} from "@agon/contract";
import { type Applied, competitionRanks, type LateReason, type Ruling } from "@agon/tournament";
import { correct, match as matchView } from "@agon/tournament/schedule";
import type { TournamentSetup } from "../event.ts";
import { setupProblem } from "../run-tournament.ts";
import type { ArenaState, RunStatus, TournamentState } from "../state.ts";
import { findJudge, modelNumber, promptNumber } from "../state.ts";
import { defaultTitle } from "../view/tournament-view.ts";
import type { Decided } from "./decision.ts";
import { quorumOf } from "./judges.ts";

/** A wish for a tournament, in names; `seed` is drawn by the caller when nobody gave one. */
export interface TournamentWish {
  readonly title: string | null;
  readonly format: TournamentSetup["format"];
  readonly criterion: string | null;
  /** A rule may stand by the slug of a judge that holds it. */
  readonly judge: JudgeSpec | { readonly kind: "rule"; readonly judge: string };
  readonly seed: string;
  readonly paceMs: number;
  readonly models: readonly string[] | null;
  readonly prompts: readonly string[] | null;
  readonly options: TournamentSetup["options"];
  readonly start: boolean;
}

const invalid = (code: "entrants_too_few" | "setup_invalid" | "judge_unavailable", error: ErrorDetail) =>
  fail(code, `The tournament cannot be set up: ${error.detail}.`, { errors: [error] });

/** The setup that a wish comes to, or why there can be none. */
export function plannedSetup(state: ArenaState, wish: TournamentWish): Result<TournamentSetup> {
  const setup = setupOf(state, wish);
  if (!setup.ok) return setup;
  return setupRefusal(state, setup.value) ?? setup;
}

/** Answers with the tournament's number; `id` stands with its entry, so that a repeat is recognised. */
export function decideTournament(state: ArenaState, wish: TournamentWish, id?: string): Decided<number> {
  const setup = plannedSetup(state, wish);
  if (!setup.ok) return setup;
  const tournament = state.tournaments.length + 1;
  return ok({
    drafts: [
      {
        event: { type: "tournament.created", tournament, setup: setup.value },
        ...(id ? { ballot: id } : {}),
      },
    ],
    answer: () => tournament,
  });
}

function setupOf(state: ArenaState, wish: TournamentWish): Result<TournamentSetup> {
  const entrants = entrantsOf(state, wish.models);
  if (!entrants.ok) return entrants;
  const prompts = promptsOf(state, wish.prompts);
  if (!prompts.ok) return prompts;
  const criterion = wish.criterion ?? state.settings?.criteria[0]?.slug ?? "overall";
  if (!state.settings?.criteria.some(({ slug }) => slug === criterion)) {
    return invalid("setup_invalid", {
      pointer: "/criterion",
      detail: `the arena has no criterion "${criterion}"`,
    });
  }
  const judge = ruleOf(state, wish.judge);
  if (!judge.ok) return judge;
  const options = numberedOptions(state, entrants.value, wish.options);
  if (!options.ok) return options;
  return ok({
    title: wish.title ?? defaultTitle(wish.format, entrants.value.length),
    format: wish.format,
    criterion,
    judge: judge.value,
    seed: wish.seed,
    paceMs: wish.paceMs,
    entrants: entrants.value,
    prompts: prompts.value,
    options: options.value,
    start: wish.start,
  });
}

/** The judge of a tournament, a named rule by what it says. */
function ruleOf(state: ArenaState, judge: TournamentWish["judge"]): Result<JudgeSpec> {
  if (judge.kind !== "rule" || !("judge" in judge)) return ok(judge);
  const known = findJudge(state, judge.judge)?.definition;
  if (known?.kind !== "rule") {
    const detail = `the arena has no rule "${judge.judge}"`;
    return invalid("judge_unavailable", { pointer: "/judge", detail });
  }
  const { rule, match } = known;
  return ok(rule === "score" ? { kind: "rule", rule } : { kind: "rule", rule, match });
}

function setupRefusal(state: ArenaState, setup: TournamentSetup) {
  if (setup.entrants.length < 2) {
    const detail = `it needs at least 2 entrants with outputs and has ${setup.entrants.length}`;
    return invalid("entrants_too_few", { pointer: "/models", detail });
  }
  const problem = setupProblem(state, setup);
  if (problem)
    return invalid("setup_invalid", { pointer: pointerOf(problem.pointer), detail: problem.detail });
  return setup.judge.kind === "human" ? null : programRefusal(state, setup);
}

/** A program judges without a pause, so it needs everything at hand and an end. */
function programRefusal(state: ArenaState, setup: TournamentSetup) {
  if (setup.format === "k-wise-league" && typeof setup.options.budget !== "number") {
    const detail = "a program never stops judging a league without a budget of battles";
    return invalid("setup_invalid", { pointer: "/options/budget", detail });
  }
  const lack = setup.judge.kind === "rule" ? ruleLack(state, setup) : machineLack(state, setup);
  return lack === null ? null : invalid("judge_unavailable", { pointer: "/judge", detail: lack });
}

const pointerOf = (pointer: string): string => (pointer === "/entrants" ? "/models" : pointer);

/** What a program judge misses to decide every battle of the setup. */
function ruleLack(state: ArenaState, { judge, entrants, prompts }: TournamentSetup): string | null {
  const byScore = judge.kind === "rule" && judge.rule === "score";
  for (const number of prompts) {
    const prompt = state.prompts[number];
    if (!byScore && !prompt?.hasReference) return `the prompt "${prompt?.slug}" has no reference to match`;
    const unscored = byScore && entrants.find((model) => prompt?.outputs.get(model)?.score === null);
    if (unscored !== undefined && unscored !== false) {
      return `the output of "${state.models[unscored]?.slug}" for "${prompt?.slug}" has no score`;
    }
  }
  return null;
}

/** Why a language model or a panel cannot judge the setup. */
function machineLack(state: ArenaState, { judge, entrants }: TournamentSetup): string | null {
  if (judge.kind !== "llm" && judge.kind !== "panel") return null;
  const known = findJudge(state, judge.judge);
  if (known?.definition.kind !== judge.kind) return `the arena has no ${judge.kind} judge "${judge.judge}"`;
  if (known.status === "disabled") return `the judge "${judge.judge}" is out of service`;
  return known.definition.kind === "panel" ? panelLack(state, known.definition, entrants) : null;
}

/** A member never judges models of its own family; for every two families enough others must be left. */
function panelLack(state: ArenaState, panel: PanelDefinition, entrants: readonly number[]): string | null {
  const families = panel.members.map((slug) => {
    const member = findJudge(state, slug)?.definition;
    return member?.kind === "llm" ? member.family : null;
  });
  const own = new Set(entrants.flatMap((model) => state.models[model]?.family ?? []));
  const met = families.filter((family) => family !== null && own.has(family));
  const most = [...new Set(met)]
    .map((family) => met.filter((one) => one === family).length)
    .sort((a, b) => b - a);
  const left = panel.members.length - (most[0] ?? 0) - (most[1] ?? 0);
  return left >= quorumOf(panel)
    ? null
    : `${left} of its members are of other families than the models of a duel, and ${quorumOf(panel)} must judge`;
}

function entrantsOf(state: ArenaState, slugs: readonly string[] | null): Result<number[]> {
  if (slugs === null) {
    const all = [...state.models.keys()].filter(
      (n) => state.models[n]?.status === "active" && hasOutputs(state, n),
    );
    return ok(all);
  }
  return numbersOf(slugs, "/models", "model", (slug) => modelNumber(state, slug));
}

const hasOutputs = (state: ArenaState, model: number): boolean => (state.models[model]?.outputs ?? 0) > 0;

function promptsOf(state: ArenaState, slugs: readonly string[] | null): Result<number[]> {
  if (slugs === null) return ok([...state.prompts.keys()]);
  return numbersOf(slugs, "/prompts", "prompt", (slug) => promptNumber(state, slug));
}

function numbersOf(
  slugs: readonly string[],
  pointer: string,
  kind: "model" | "prompt",
  find: (slug: string) => number,
): Result<number[]> {
  const errors: ErrorDetail[] = [];
  const seen = new Set<string>();
  for (const [at, slug] of slugs.entries()) {
    if (find(slug) < 0) errors.push({ pointer: `${pointer}/${at}`, detail: `there is no ${kind} "${slug}"` });
    if (seen.has(slug)) errors.push({ pointer: `${pointer}/${at}`, detail: `"${slug}" stands twice` });
    seen.add(slug);
  }
  const [first] = errors;
  if (first) return fail("setup_invalid", `The tournament cannot be set up: ${first.detail}.`, { errors });
  return ok(slugs.map(find));
}

/** Options that name models (`anchors`, `newcomer`) name them by slug outside and by entrant inside. */
function numberedOptions(
  state: ArenaState,
  entrants: readonly number[],
  options: TournamentSetup["options"],
): Result<TournamentSetup["options"]> {
  const numbered = { ...options };
  for (const key of ["anchors", "newcomer"]) {
    if (!(key in options)) continue;
    const slugs = [options[key]].flat();
    const places = slugs.map((slug) =>
      typeof slug === "string" ? entrants.indexOf(modelNumber(state, slug)) : -1,
    );
    const stranger = places.indexOf(-1);
    if (stranger >= 0) {
      const detail = `"${String(slugs[stranger])}" is not the slug of an entrant`;
      return invalid("setup_invalid", { pointer: `/options/${key}`, detail });
    }
    numbered[key] = Array.isArray(options[key]) ? places : places[0];
  }
  return ok(numbered);
}

const moves: Record<"running" | "paused" | "cancelled", readonly RunStatus[]> = {
  running: ["scheduled", "paused"],
  paused: ["running", "scheduled"],
  cancelled: ["scheduled", "running", "paused"],
};

export type TournamentChange = Omit<TournamentPatch, "status"> & {
  readonly status?: keyof typeof moves | undefined;
};

/** Starts, pauses, resumes, cancels or renames. Asking for the state it is in changes nothing. */
export function decideTournamentChange(
  tournament: TournamentState,
  { status, title, pace_ms: paceMs }: TournamentChange,
): Decided<null> {
  const wanted = status === tournament.status ? undefined : status;
  if (wanted !== undefined && !moves[wanted].includes(tournament.status)) {
    return fail("tournament_state", `The tournament is ${tournament.status}; it cannot become ${wanted}.`);
  }
  const change = {
    ...(wanted === undefined ? {} : { status: wanted }),
    ...(title === undefined || title === tournament.title ? {} : { title }),
    ...(paceMs === undefined || paceMs === tournament.paceMs ? {} : { paceMs }),
  };
  const event = { type: "tournament.changed", tournament: tournament.number, ...change } as const;
  return ok({ drafts: Object.keys(change).length === 0 ? [] : [{ event }], answer: () => null });
}

export interface Ruled {
  readonly ruling: Ruling;
  readonly applied: Extract<Applied, { kind: "applied" }>;
}

/** What the schedule makes of an operator's ruling on a decided match. */
export function ruledBy(tournament: TournamentState, match: string, patch: MatchPatch): Result<Ruled> {
  const ruling: Ruling =
    "void" in patch ? { kind: "void" } : { kind: "ranks", ranks: competitionRanks(patch.ranks) };
  const applied = correct(tournament.schedule, match, ruling);
  if (applied.kind === "late") return lateRuling(match, applied.reason);
  if (tournament.status === "cancelled") return fail("tournament_state", "The tournament was cancelled.");
  return ok({ ruling, applied });
}

function lateRuling(match: string, reason: LateReason) {
  if (reason === "unknown-match") return fail("match_unknown", `There is no match "${match}" here.`);
  if (reason === "bad-ranks") {
    const detail = "give one rank per place of the match";
    return fail("ranks_do_not_fit", `The ruling does not fit: ${detail}.`, {
      errors: [{ pointer: "/ranks", detail }],
    });
  }
  return fail("match_state", `The match cannot be corrected now: ${reason.replaceAll("-", " ")}.`);
}

/** A match that stands open again, after a decision that was taken back. */
const wasReset = ({ schedule }: TournamentState, match: string): boolean =>
  (matchView(schedule, match)?.version ?? 1) > 1;

/** An operator's ruling on a decided match. */
export function decideRuling(tournament: TournamentState, match: string, patch: MatchPatch): Decided<null> {
  const ruled = ruledBy(tournament, match, patch);
  if (!ruled.ok) {
    // What was voided and has not been decided again is as the caller wants it: a repeat does no harm.
    const repeated = "void" in patch && ruled.error.code === "match_state" && wasReset(tournament, match);
    return repeated ? ok({ drafts: [], answer: () => null }) : ruled;
  }
  const event = {
    type: "match.corrected",
    tournament: tournament.number,
    match,
    ruling: ruled.value.ruling,
    reason: patch.reason ?? null,
  } as const;
  return ok({ drafts: [{ event }], answer: () => null });
}
