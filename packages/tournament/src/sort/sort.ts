import {
  type Applied,
  type Battle,
  late,
  mayWithdraw,
  type Outcome,
  outcomeRanks,
  type Ruling,
  ranksFit,
} from "../battle.ts";
import { seats } from "../draw/seeding.ts";
import type { SortOptions } from "../options.ts";
import { absences, type Setup } from "../setup.ts";
import { withSlot } from "../sparse-list.ts";
import { advance, asked } from "./advance.ts";
import { type Answer, pairAt, pairCount } from "./sorting.ts";
import type { SortGroup, SortState, Trial } from "./state.ts";

export function startSort(setup: Setup, options: SortOptions): SortState {
  const state: SortState = {
    format: "sort",
    entrants: setup.entrants,
    prompts: setup.prompts,
    seed: setup.seed,
    options,
    absences: absences(setup),
    withdrawn: [],
    groups: [],
  };
  const groups = Array.from({ length: setup.prompts }, (_, prompt) => {
    const order = seats(setup.entrants, options.seeding, `${setup.seed}/${prompt}`, setup.ratings);
    const present = order.filter((entrant) => !state.absences[entrant]?.includes(prompt));
    const group = { prompt, seats: present, trials: [], decided: 0, forfeits: 0, epoch: 0, order: null };
    return advance(state, group);
  });
  return { ...state, groups };
}

export function sortId(group: SortGroup, index: number): string {
  return `p${group.prompt}.c${index + 1}`;
}

/** How many trials there are or, of `all-pairs`, will be. */
export function trialCount({ options }: SortState, group: SortGroup): number {
  return options.method === "all-pairs" ? pairCount(group.seats.length) : group.trials.length;
}

/** The trial as it stands; an untouched pair of `all-pairs` is a new one. */
export function trialAt(state: SortState, group: SortGroup, index: number): Trial | null {
  if (index < 0 || index >= trialCount(state, group)) return null;
  return group.trials[index] ?? asked(pairAt(group.seats.length, index), 1);
}

export interface Located {
  readonly group: SortGroup;
  readonly index: number;
  readonly trial: Trial;
}

export function locate(state: SortState, id: string): Located | null {
  const [, prompt, number] = /^p(\d+)\.c(\d+)$/.exec(id)?.map(Number) ?? [];
  const group = state.groups[prompt ?? -1];
  const index = (number ?? 0) - 1;
  const trial = group && trialAt(state, group, index);
  return trial && sortId(group, index) === id ? { group, index, trial } : null;
}

/** The entrants of a game in the order they are shown: the second game shows them the other way round. */
function shown(group: SortGroup, { pair: [first, second] }: Trial, game: number): number[] {
  return (game === 0 ? [first, second] : [second, first]).map((seat) => group.seats[seat] ?? -1);
}

export function* sortBattles(state: SortState): Generator<Battle> {
  for (const group of state.groups) {
    if (group.order) continue;
    for (let index = 0; index < trialCount(state, group); index++) {
      const trial = trialAt(state, group, index);
      if (!trial || trial.answer !== null) continue;
      for (const [game, said] of trial.games.entries()) {
        if (said !== null) continue;
        const entrants = shown(group, trial, game);
        const { version } = trial;
        yield { match: sortId(group, index), version, game, entrants, prompt: group.prompt, ordered: true };
      }
    }
  }
}

/** What two games in opposite orders come to: agreement counts, anything else is a tie. */
function agreed([forward, backward]: Trial["games"]): Answer | null {
  if (forward === null || backward === null) return null;
  return forward + backward === 0 ? forward : 0;
}

function answerOf([first = 0, second = 0]: readonly number[]): Answer {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** Ids of the trials that differ between two states of a group. */
function changes(before: SortGroup, after: SortGroup): string[] {
  const length = Math.max(before.trials.length, after.trials.length);
  return Array.from({ length }, (_, index) => index)
    .filter((index) => (before.trials[index] ?? null) !== (after.trials[index] ?? null))
    .map((index) => sortId(after, index));
}

function storing(state: SortState, group: SortGroup, changed: SortGroup): Applied {
  const after = advance(state, changed);
  const groups = state.groups.with(group.prompt, after);
  return { kind: "applied", state: { ...state, groups }, changed: changes(group, after) };
}

export function applyToSort(state: SortState, outcome: Outcome): Applied {
  const found = locate(state, outcome.match);
  const game = outcome.game === 0 || outcome.game === 1 ? outcome.game : null;
  if (!found || game === null) return late("unknown-match");
  const { trial, group, index } = found;
  if (outcome.version !== trial.version) return late("old-version");
  if (trial.answer !== null || trial.games[game] !== null) return late("already-decided");
  const ranks = outcomeRanks(outcome, shown(group, trial, game));
  if (!ranks) return late("bad-ranks");
  const said = answerOf(ranks);
  const games: Trial["games"] = game === 0 ? [said, trial.games[1]] : [trial.games[0], said];
  const trials = withSlot(group.trials, index, { ...trial, games, answer: agreed(games) });
  return storing(state, group, { ...group, trials });
}

/**
 * What heap and window ask next follows from all earlier answers: a changed answer takes back the later
 * comparisons of its prompt. Pairs of `all-pairs` stand by themselves.
 */
export function correctSort(state: SortState, id: string, ruling: Ruling): Applied {
  const found = locate(state, id);
  if (!found) return late("unknown-match");
  const { trial, group, index } = found;
  if (trial.answer === null || trial.forfeit) return late("not-decided");
  if (ruling.kind === "ranks" && !ranksFit(ruling.ranks, 2)) return late("bad-ranks");
  const answer = ruling.kind === "void" ? null : answerOf(ruling.ranks);
  const opened = asked(trial.pair, Math.max(trial.version, group.epoch + 1) + 1);
  const ruled: Trial = answer === null ? opened : { ...opened, games: trial.games, answer, corrected: true };
  const stands = state.options.method === "all-pairs" || answer === trial.answer;
  const trials = withSlot(stands ? group.trials : group.trials.slice(0, index + 1), index, ruled);
  return storing(state, group, { ...group, trials, epoch: opened.version - 1 });
}

export function withdrawFromSort(state: SortState, entrant: number): Applied {
  if (!mayWithdraw(state, entrant)) return late("unknown-entrant");
  const next = { ...state, withdrawn: [...state.withdrawn, entrant] };
  const groups = next.groups.map((group) => (group.order ? group : advance(next, group)));
  const changed = groups.flatMap((after, prompt) => {
    const before = state.groups[prompt];
    return before ? changes(before, after) : [];
  });
  return { kind: "applied", state: { ...next, groups }, changed };
}
