// A tournament over stored outputs: every design judges the same outputs with the same careless judge.
import type { Ballot, Random } from "@agon/rating";
import { type Battle, type Format, parseOptions, type ScheduleState, type Setup } from "@agon/tournament";
import { apply, next, start } from "@agon/tournament/schedule";
import { normalWorld, storedQualities, stream, type World } from "./world.ts";

/**
 * The assumptions of the comparison on equal judge calls: 16 models with strengths N(0, .8^2) nats, 100
 * prompts, one stored output per model and prompt of quality strength + Gumbel, so that who compares two
 * outputs again compares the same two; a judge prefers the better output and errs in 15 % of its calls,
 * anew in every call.
 */
export const field = { models: 16, prompts: 100, spread: 0.8, flip: 0.15 } as const;

/** One trial: the truth and a judge of single comparisons. */
export interface Trial {
  readonly world: World;
  readonly prompts: number;
  readonly seed: number;
  /** Whether output of `a` beats output of `b` on the prompt, says the judge in this call. */
  readonly prefers: (a: number, b: number, prompt: number) => boolean;
}

export function trialOf(seed: number): Trial {
  const world = normalWorld(field.models, field.spread, stream(seed, "world"));
  const qualities = storedQualities(world, field.prompts, stream(seed, "outputs"));
  const random: Random = stream(seed, "judge");
  const quality = (model: number, prompt: number): number => qualities[model]?.[prompt] ?? 0;
  return {
    world,
    prompts: field.prompts,
    seed,
    prefers: (a, b, prompt) => quality(a, prompt) > quality(b, prompt) !== random() < field.flip,
  };
}

/** A finished tournament, what the judge said in it as ballots clustered by prompt; a ballot is one call. */
export interface Played {
  readonly state: ScheduleState;
  readonly ballots: readonly Ballot[];
}

type Extra = Partial<Pick<Setup, "prompts" | "ratings">> & { readonly options?: unknown };

function begin(format: Format, trial: Trial, { options, ...extra }: Extra): ScheduleState {
  const parsed = parseOptions(format, options);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ pointer }) => pointer).join());
  const setup = {
    entrants: trial.world.length,
    prompts: trial.prompts,
    seed: `draw ${trial.seed}`,
    ...extra,
  };
  return start(format, { ...setup, options: parsed.options });
}

function judged(trial: Trial, { entrants, prompt }: Battle): Ballot {
  const [a = 0, b = 0] = entrants;
  return { models: [a, b], ranks: trial.prefers(a, b, prompt) ? [1, 2] : [2, 1], cluster: prompt };
}

/** Runs a tournament of duels to its end, batch by batch. */
export function playTournament(format: Format, trial: Trial, extra: Extra = {}): Played {
  let state = begin(format, trial, extra);
  const ballots: Ballot[] = [];
  for (let battles = next(state); battles.length > 0; battles = next(state)) {
    for (const battle of battles) {
      const ballot = judged(trial, battle);
      const applied = apply(state, { ...battle, ranks: ballot.ranks });
      if (applied.kind === "late") throw new Error(`${battle.match}: ${applied.reason}`);
      ballots.push(ballot);
      state = applied.state;
    }
  }
  return { state, ballots };
}

/** `calls` duels of random pairs on random prompts: an arena without any schedule. */
export function playAtRandom(trial: Trial, calls: number): readonly Ballot[] {
  const random = stream(trial.seed, "pairs");
  const models = trial.world.length;
  const below = (limit: number): number => Math.floor(random() * limit);
  return Array.from({ length: calls }, () => {
    const a = below(models);
    const b = (a + 1 + below(models - 1)) % models;
    const prompt = below(trial.prompts);
    return { models: [a, b], ranks: trial.prefers(a, b, prompt) ? [1, 2] : [2, 1], cluster: prompt };
  });
}
