import type { Applied, Battle, Outcome, Ruling } from "./battle.ts";
import type { Chart } from "./chart.ts";
import type { Pick } from "./league/league.ts";
import type { GroupView, MatchView, Progress, RoundView, Standing } from "./view.ts";

/** What a reader of ready battles may add. */
export interface NextOptions {
  /** Chooses the sets of a `k-wise-league`; without it sets are drawn by lot. */
  readonly pick?: Pick;
  /** Ids of matches that are under way: a `k-wise-league` leaves them out. */
  readonly taken?: ReadonlySet<string>;
}

/** One family of formats: everything a schedule can be asked, for states of one shape. */
export interface Engine<S> {
  readonly ready: (state: S, options: NextOptions) => Iterable<Battle>;
  readonly apply: (state: S, outcome: Outcome) => Applied;
  readonly correct: (state: S, match: string, ruling: Ruling) => Applied;
  readonly withdraw: (state: S, entrant: number) => Applied;
  readonly done: (state: S) => boolean;
  readonly views: (state: S) => MatchView[];
  readonly view: (state: S, match: string) => MatchView | null;
  readonly progress: (state: S) => Progress;
  readonly groups: (state: S) => GroupView[];
  readonly rounds: (state: S, group?: number) => RoundView[];
  readonly chart: (state: S, group: number | null) => Chart;
  readonly standings: (state: S) => Standing[];
}

/** An engine with the state it runs on. */
export interface Running {
  readonly ready: (options: NextOptions) => Iterable<Battle>;
  readonly apply: (outcome: Outcome) => Applied;
  readonly correct: (match: string, ruling: Ruling) => Applied;
  readonly withdraw: (entrant: number) => Applied;
  readonly done: () => boolean;
  readonly views: () => MatchView[];
  readonly view: (match: string) => MatchView | null;
  readonly progress: () => Progress;
  readonly groups: () => GroupView[];
  readonly rounds: (group?: number) => RoundView[];
  readonly chart: (group: number | null) => Chart;
  readonly standings: () => Standing[];
}

export function running<S>(engine: Engine<S>, state: S): Running {
  return {
    ready: (options) => engine.ready(state, options),
    apply: (outcome) => engine.apply(state, outcome),
    correct: (match, ruling) => engine.correct(state, match, ruling),
    withdraw: (entrant) => engine.withdraw(state, entrant),
    done: () => engine.done(state),
    views: () => engine.views(state),
    view: (match) => engine.view(state, match),
    progress: () => engine.progress(state),
    groups: () => engine.groups(state),
    rounds: (group) => engine.rounds(state, group),
    chart: (group) => engine.chart(state, group),
    standings: () => engine.standings(state),
  };
}
