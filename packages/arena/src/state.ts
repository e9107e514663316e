// An arena as the fold of its log. `apply` consumes the state it is given: maps inside are changed in place, so
// the caller must go on with the state it gets back and drop it when a commit fails.
import type { ArenaSettings, JudgeDefinition } from "@agon/contract";
import type { ScheduleState } from "@agon/tournament";
import type { ModelEntry, PromptEntry, TournamentSetup, VerdictEvent } from "./event.ts";
import type { LiveRating } from "./live-rating.ts";
import type { SubmissionState } from "./submission-state.ts";
import type { Facet } from "./tally.ts";

export interface ModelState extends ModelEntry {
  readonly status: "active" | "withdrawn";
  /** Stored outputs. */
  outputs: number;
  /** Counted battles over all criteria. */
  votes: number;
}

export interface OutputState {
  readonly score: number | null;
  readonly hash: string;
  /** An operator took it down: it is in no battle any more. */
  readonly takenDown?: true;
}

export interface PromptState extends PromptEntry {
  /** Output by model number. */
  readonly outputs: Map<number, OutputState>;
  /** Battles held on this prompt, so that they spread evenly. */
  battles: number;
}

export type RunStatus = "scheduled" | "running" | "paused" | "completed" | "cancelled";

export interface TournamentState {
  readonly number: number;
  readonly setup: TournamentSetup;
  readonly title: string;
  readonly paceMs: number;
  readonly status: RunStatus;
  readonly schedule: ScheduleState;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** The newest entry that concerns this tournament: `prev` of its feed. */
  readonly seq: number;
}

export interface JudgeState {
  readonly definition: JudgeDefinition;
  /** `stopped` may go on again; `disabled` takes no new tournaments either. */
  readonly status: "active" | "stopped" | "disabled";
  /** Counts the definitions. */
  readonly revision: number;
  /** Verdicts it gave, counted or not. */
  readonly verdicts: number;
}

export interface MatchVerdict {
  readonly seq: number;
  readonly verdict: VerdictEvent;
}

export const matchKey = (tournament: number, match: string): string => `${tournament}/${match}`;

export interface ArenaState {
  readonly seq: number;
  readonly settings: ArenaSettings | null;
  readonly models: ModelState[];
  readonly prompts: PromptState[];
  readonly facets: Map<string, Facet>;
  /** The rating that moves with every vote, per criterion. */
  readonly ratings: Map<string, LiveRating>;
  readonly tournaments: TournamentState[];
  /** Judges that are no people, in the order they came. */
  readonly judges: readonly JudgeState[];
  /** Verdicts that do not count any more: seq of the verdict -> seq of the entry that took it back or overruled it. */
  readonly withdrawn: Map<number, number>;
  /** The counted verdicts behind every match, by `{tournament}/{match}`: a ruling takes them out of all counts. */
  readonly matchVerdicts: Map<string, MatchVerdict[]>;
  readonly votes: number;
  /** In the order they came. */
  readonly submissions: SubmissionState[];
}

export const emptyArena = (): ArenaState => ({
  seq: 0,
  settings: null,
  models: [],
  prompts: [],
  facets: new Map(),
  ratings: new Map(),
  tournaments: [],
  judges: [],
  withdrawn: new Map(),
  matchVerdicts: new Map(),
  votes: 0,
  submissions: [],
});

export const modelNumber = (state: ArenaState, slug: string): number =>
  state.models.findIndex((model) => model.slug === slug);

export const promptNumber = (state: ArenaState, slug: string): number =>
  state.prompts.findIndex((prompt) => prompt.slug === slug);

/** Whether there is an output that may be shown. */
export function isShowable(state: ArenaState, model: number, prompt: number): boolean {
  const output = state.prompts[prompt]?.outputs.get(model);
  return output !== undefined && !output.takenDown;
}

/** Whether a battle may be given out: none of its outputs was taken down. */
export const mayBeShown = (
  state: ArenaState,
  { models, prompt }: { readonly models: readonly number[]; readonly prompt: number },
): boolean => !models.some((model) => state.prompts[prompt]?.outputs.get(model)?.takenDown);

export const findJudge = (state: ArenaState, slug: string): JudgeState | undefined =>
  state.judges.find(({ definition }) => definition.slug === slug);
