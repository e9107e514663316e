import type { Applied, ScheduleState } from "@agon/tournament";
import { correct, done, match, withdraw } from "@agon/tournament/schedule";
import { applySubmission } from "./apply-submission.ts";
import type { ArenaEvent, LogEntry, ModelEntry, OutputEntry, PromptEntry, VerdictEvent } from "./event.ts";
import { growLiveRating, newLiveRating, rateVerdict, unrateVerdict } from "./live-rating.ts";
import { createTournament, decideBattle } from "./run-tournament.ts";
import { type ArenaState, findJudge, matchKey, type TournamentState } from "./state.ts";
import { countVerdict, facetKey, newFacet } from "./tally.ts";

/** What an event changed beyond the counts: the matches of one tournament. */
export interface Effects {
  readonly tournament: number | null;
  readonly matches: readonly string[];
}

export interface Step {
  readonly state: ArenaState;
  readonly effects: Effects;
}

const nothing: Effects = { tournament: null, matches: [] };

/** The reducer: consumes `state` (see state.ts) and gives the state after the entry. */
export function apply(state: ArenaState, entry: LogEntry): Step {
  if (entry.seq !== state.seq + 1) throw new Error(`entry ${entry.seq} does not follow ${state.seq}`);
  return applyEvent({ ...state, seq: entry.seq }, entry.event, entry);
}

function applyEvent(state: ArenaState, event: ArenaEvent, entry: LogEntry): Step {
  switch (event.type) {
    case "arena.configured":
      return { state: { ...state, settings: event.settings }, effects: nothing };
    case "models.added":
      return { state: addModels(state, event.models), effects: nothing };
    case "prompts.added":
      return { state: addPrompts(state, event.prompts), effects: nothing };
    case "outputs.added":
      return { state: addOutputs(state, event.outputs), effects: nothing };
    case "output.removed":
      return { state: removeOutput(state, event), effects: nothing };
    case "judge.configured":
      return { state: configureJudge(state, event), effects: nothing };
    case "verdict":
      return applyVerdict(state, event, entry.seq);
    case "verdict.withdrawn":
      return withdrawVerdict(state, event.verdict, event.of, entry.seq);
    case "tournament.created": {
      const created = createTournament(state, event.tournament, event.setup, entry.at, entry.seq);
      return {
        state: { ...state, tournaments: [...state.tournaments, created] },
        effects: { tournament: event.tournament, matches: [] },
      };
    }
    case "tournament.changed":
      return changeTournament(state, event.tournament, entry.seq, (tournament) => ({
        ...tournament,
        status: event.status ?? tournament.status,
        title: event.title ?? tournament.title,
        paceMs: event.paceMs ?? tournament.paceMs,
      }));
    case "match.corrected": {
      const current = state.tournaments[event.tournament - 1];
      const ruled = current && correct(current.schedule, event.match, event.ruling);
      if (!current || ruled?.kind !== "applied")
        throw new Error(`match ${event.match} was accepted for a ruling`);
      const overruled = overrule(state, current, ruled, entry.seq, null);
      return moveSchedule(overruled, event.tournament, entry.seq, ruled.state, ruled.changed);
    }
    case "entrant.withdrawn": {
      const left = withdrawEntrant(state, event.tournament, event.entrant);
      return moveSchedule(state, event.tournament, entry.seq, left.state, left.changed);
    }
    default:
      return { state: applySubmission(state, event, entry.at), effects: nothing };
  }
}

function withdrawEntrant(state: ArenaState, number: number, entrant: number) {
  const tournament = state.tournaments[number - 1];
  const left = tournament && withdraw(tournament.schedule, entrant);
  if (left?.kind !== "applied") throw new Error(`entrant ${entrant} was allowed to leave ${number}`);
  return left;
}

function addModels(state: ArenaState, models: readonly ModelEntry[]): ArenaState {
  const all = [
    ...state.models,
    ...models.map((model) => ({ ...model, status: "active" as const, outputs: 0, votes: 0 })),
  ];
  const ratings = new Map(
    [...state.ratings].map(([criterion, rating]) => [criterion, growLiveRating(rating, all.length)]),
  );
  return { ...state, models: all, ratings };
}

function addPrompts(state: ArenaState, prompts: readonly PromptEntry[]): ArenaState {
  const added = prompts.map((prompt) => ({ ...prompt, outputs: new Map(), battles: 0 }));
  return { ...state, prompts: [...state.prompts, ...added] };
}

function addOutputs(state: ArenaState, outputs: readonly OutputEntry[]): ArenaState {
  for (const { model, prompt, score, hash } of outputs) {
    state.prompts[prompt]?.outputs.set(model, { score, hash });
    const owner = state.models[model];
    if (owner) owner.outputs += 1;
  }
  return state;
}

function removeOutput(
  state: ArenaState,
  { model, prompt }: Extract<ArenaEvent, { type: "output.removed" }>,
): ArenaState {
  const outputs = state.prompts[prompt]?.outputs;
  const output = outputs?.get(model);
  if (output) outputs?.set(model, { ...output, takenDown: true });
  return state;
}

function configureJudge(
  state: ArenaState,
  { definition, status }: Extract<ArenaEvent, { type: "judge.configured" }>,
): ArenaState {
  const known = findJudge(state, definition.slug);
  if (known === undefined)
    return { ...state, judges: [...state.judges, { definition, status, revision: 1, verdicts: 0 }] };
  const same = JSON.stringify(known.definition) === JSON.stringify(definition);
  const next = { ...known, definition, status, revision: known.revision + (same ? 0 : 1) };
  return { ...state, judges: state.judges.map((judge) => (judge === known ? next : judge)) };
}

/** A judge of the arena has given one more verdict. */
function creditJudge(state: ArenaState, { judge: { kind, id } }: VerdictEvent): ArenaState {
  if (kind !== "llm" && kind !== "panel") return state;
  const judges = state.judges.map((judge) =>
    judge.definition.slug === id && judge.definition.kind === kind
      ? { ...judge, verdicts: judge.verdicts + 1 }
      : judge,
  );
  return { ...state, judges };
}

function applyVerdict(before: ArenaState, verdict: VerdictEvent, seq: number): Step {
  const state = creditJudge(before, verdict);
  const counted = verdict.late ? state : count(state, verdict, 1);
  const tournament = verdict.battle && state.tournaments[verdict.battle.tournament - 1];
  if (tournament === undefined) return { state: counted, effects: nothing };
  if (verdict.late) return touchTournament(counted, tournament.number, seq);
  const decided = decideBattle(tournament, verdict);
  if (decided.kind === "late") throw new Error(`verdict ${seq} was accepted but is ${decided.reason}`);
  const key = matchKey(tournament.number, verdict.battle?.match ?? "");
  state.matchVerdicts.set(key, [...(state.matchVerdicts.get(key) ?? []), { seq, verdict }]);
  return moveSchedule(counted, tournament.number, seq, decided.state, decided.changed);
}

function withdrawVerdict(state: ArenaState, verdict: VerdictEvent, of: number, seq: number): Step {
  // A ruling may have taken the vote out already.
  const counts = !verdict.late && !state.withdrawn.has(of);
  state.withdrawn.set(of, seq);
  const uncounted = counts ? count(state, verdict, -1) : state;
  const { battle } = verdict;
  const tournament = battle && state.tournaments[battle.tournament - 1];
  if (tournament === undefined || battle === undefined) return { state: uncounted, effects: nothing };
  if (verdict.late) return touchTournament(uncounted, tournament.number, seq);
  // A match that was reset since has forgotten this vote already.
  const stands = match(tournament.schedule, battle.match)?.version === battle.version;
  const opened: Applied = stands
    ? correct(tournament.schedule, battle.match, { kind: "void", game: battle.game })
    : { kind: "late", reason: "old-version" };
  const key = matchKey(tournament.number, battle.match);
  state.matchVerdicts.set(
    key,
    (state.matchVerdicts.get(key) ?? []).filter((one) => one.seq !== of),
  );
  if (opened.kind === "late") return touchTournament(uncounted, tournament.number, seq);
  const overruled = overrule(uncounted, tournament, opened, seq, battle.match);
  return moveSchedule(overruled, tournament.number, seq, opened.state, opened.changed);
}

/**
 * Takes the verdicts of matches that were ruled on or reset, which their raised version shows, out of all counts: a
 * board is the board of decided matches, and an operator is not a judge. `except` keeps its other games.
 */
function overrule(
  state: ArenaState,
  { number, schedule }: TournamentState,
  ruled: Extract<Applied, { kind: "applied" }>,
  seq: number,
  except: string | null,
): ArenaState {
  let next = state;
  for (const id of ruled.changed) {
    const reset = match(ruled.state, id)?.version !== match(schedule, id)?.version;
    if (id === except || !reset) continue;
    for (const { seq: of, verdict } of next.matchVerdicts.get(matchKey(number, id)) ?? []) {
      next.withdrawn.set(of, seq);
      next = count(next, verdict, -1);
    }
    next.matchVerdicts.delete(matchKey(number, id));
  }
  return next;
}

/** Adds a verdict to every count that knows it (`sign` 1), or takes it out (-1). */
function count(state: ArenaState, verdict: VerdictEvent, sign: 1 | -1): ArenaState {
  const { criterion, judge } = verdict;
  const prompt = state.prompts[verdict.prompt];
  const key = facetKey(criterion, judge.kind, prompt?.category ?? null);
  const facet = state.facets.get(key) ?? newFacet(criterion, judge.kind, prompt?.category ?? null);
  state.facets.set(key, facet);
  countVerdict(facet, verdict, sign);
  for (const number of verdict.models) {
    const model = state.models[number];
    if (model) model.votes += sign;
  }
  if (prompt) prompt.battles += sign;
  const rating = state.ratings.get(criterion) ?? newLiveRating(state.models.length);
  const rated =
    sign === 1
      ? rateVerdict(rating, verdict, state.facets.values())
      : unrateVerdict(rating, criterion, state.facets.values());
  state.ratings.set(criterion, rated);
  return { ...state, votes: state.votes + sign };
}

function moveSchedule(
  state: ArenaState,
  number: number,
  seq: number,
  schedule: ScheduleState,
  matches: readonly string[],
): Step {
  const step = changeTournament(state, number, seq, (tournament) => ({
    ...tournament,
    schedule,
    status: statusAfter(tournament, schedule),
  }));
  return { ...step, effects: { tournament: number, matches } };
}

/** A tournament completes with its schedule, and a correction opens it again. */
function statusAfter(tournament: TournamentState, schedule: ScheduleState): TournamentState["status"] {
  if (tournament.status === "running" && done(schedule)) return "completed";
  if (tournament.status === "completed" && !done(schedule)) return "running";
  return tournament.status;
}

/** An entry that changes nothing in its tournament is a link of its feed all the same. */
const touchTournament = (state: ArenaState, number: number, seq: number): Step =>
  changeTournament(state, number, seq, (same) => same);

function changeTournament(
  state: ArenaState,
  number: number,
  seq: number,
  change: (tournament: TournamentState) => TournamentState,
): Step {
  const tournaments = state.tournaments.map((tournament) =>
    tournament.number === number ? { ...change(tournament), seq } : tournament,
  );
  return { state: { ...state, tournaments }, effects: { tournament: number, matches: [] } };
}
