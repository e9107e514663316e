// Which outputs an open ballot shows: the prompt with the fewest battles that can seat K models, then the most telling
// set of models that have an output for it.
import { type MatchmakingInput, type ProposedSet, proposeSet } from "@agon/rating/live";
import { newLiveRating, pairGamesOfTally } from "./live-rating.ts";
import { variantGroup } from "./rivals.ts";
import { type ArenaState, isShowable } from "./state.ts";
import { sumFacets } from "./tally.ts";

export interface BattleWish {
  readonly criterion: string;
  readonly k: number;
  /** Category of the prompt; null = any. */
  readonly category: string | null;
  /** Uniform on [0, 1). */
  readonly random: () => number;
  /** What ballots in flight will tell about each pair, n * n. */
  readonly shadow: MatchmakingInput["shadow"];
  /** Ballots in flight per model. */
  readonly gamesInFlight: readonly number[];
  /** Ballots in flight per prompt. */
  readonly promptsInFlight: ReadonlyMap<number, number>;
}

export interface ChosenBattle {
  readonly models: readonly number[];
  readonly prompt: number;
  /** Expected information in bits. */
  readonly information: number;
}

/** Null when no prompt has K outputs of active models. */
export function chooseBattle(state: ArenaState, wish: BattleWish): ChosenBattle | null {
  const prompt = choosePrompt(state, wish);
  if (prompt === null) return null;
  const set = proposeModels(state, {
    criterion: wish.criterion,
    rule: state.settings?.matchmaking ?? "information",
    games: state.models.map((model, number) => model.votes + (wish.gamesInFlight[number] ?? 0)),
    candidates: candidatesOn(state, prompt, wish.random),
    k: wish.k,
    random: wish.random,
    ...(wish.shadow === undefined ? {} : { shadow: wish.shadow }),
  });
  return { models: set.models, prompt, information: set.information };
}

export interface SetWish extends Omit<MatchmakingInput, "posterior" | "pairGames"> {
  readonly criterion: string;
}

/** A set of models by the rule asked for, on what the arena knows of them under a criterion. */
export function proposeModels(state: ArenaState, { criterion, ...wish }: SetWish): ProposedSet {
  const { posterior } = state.ratings.get(criterion) ?? newLiveRating(state.models.length);
  if (wish.rule !== "k-sort") return proposeSet({ ...wish, posterior });
  const tally = sumFacets(state.facets.values(), { criterion, judge: null, category: null });
  return proposeSet({ ...wish, posterior, pairGames: pairGamesOfTally(state.models.length, tally) });
}

/** Active models with an output to show for the prompt; of variants that never meet, one by lot. */
function candidatesOn(state: ArenaState, prompt: number, random: () => number): number[] {
  const active = [...(state.prompts[prompt]?.outputs.keys() ?? [])]
    .filter((model) => state.models[model]?.status === "active" && isShowable(state, model, prompt))
    .sort((a, b) => a - b);
  const groups = Map.groupBy(active, (model) => seatOf(state, model));
  return [...groups.values()]
    .map((variants) => variants[variants.length === 1 ? 0 : Math.floor(random() * variants.length)] ?? -1)
    .sort((a, b) => a - b);
}

/** Models with the same key share a seat of a battle. */
const seatOf = (state: ArenaState, model: number): string | number => {
  const entry = state.models[model];
  return (entry && variantGroup(entry)) ?? model;
};

/** The largest K that some prompt can seat. */
export const largestBattle = (state: ArenaState): number =>
  Math.max(0, ...state.prompts.map((_, prompt) => seatsOn(state, prompt)));

/** How many active models have an output for the prompt, variants that never meet counted once. */
function seatsOn(state: ArenaState, prompt: number): number {
  let seats = 0;
  const groups = new Set<string>();
  for (const model of state.prompts[prompt]?.outputs.keys() ?? []) {
    if (state.models[model]?.status !== "active" || !isShowable(state, model, prompt)) continue;
    const seat = seatOf(state, model);
    if (typeof seat === "number") seats += 1;
    else groups.add(seat);
  }
  return seats + groups.size;
}

function choosePrompt(
  state: ArenaState,
  { k, category, random, promptsInFlight }: BattleWish,
): number | null {
  let fewest = Number.POSITIVE_INFINITY;
  let chosen: number[] = [];
  for (const [number, prompt] of state.prompts.entries()) {
    if (category !== null && prompt.category !== category) continue;
    const battles = prompt.battles + (promptsInFlight.get(number) ?? 0);
    if (battles > fewest || seatsOn(state, number) < k) continue;
    if (battles < fewest) chosen = [];
    fewest = battles;
    chosen.push(number);
  }
  return chosen[Math.floor(random() * chosen.length)] ?? null;
}
