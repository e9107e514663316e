import { seats } from "../draw/seeding.ts";
import { shuffledIndices } from "../draw/shuffle.ts";
import { absences, type Setup } from "../setup.ts";
import { planOf } from "./plans.ts";
import { tally } from "./record.ts";
import { draft, settle, settled } from "./settle.ts";
import type { BracketOptions, BracketState } from "./state.ts";

/** Whether every prompt has a bracket of its own. */
export function isPerPrompt(options: BracketOptions): boolean {
  return options.format === "single-elimination" || ("scope" in options && options.scope === "prompt");
}

function drawn(setup: Setup, options: BracketOptions, prompt: number | null): number[] {
  if (prompt !== null) return shuffledIndices(setup.entrants, `${setup.seed}/draw/${prompt}`);
  return seats(setup.entrants, "seeding" in options ? options.seeding : null, setup.seed, setup.ratings);
}

export function startBracket(setup: Setup, options: BracketOptions): BracketState {
  const plan = planOf({ options, entrants: setup.entrants });
  const records = plan.matches.map(() => null);
  const state: BracketState = {
    format: options.format,
    entrants: setup.entrants,
    prompts: setup.prompts,
    seed: setup.seed,
    options,
    absences: absences(setup),
    withdrawn: [],
    promptOrder: shuffledIndices(setup.prompts, `${setup.seed}/prompts`),
    groups: [],
  };
  const prompts = isPerPrompt(options)
    ? Array.from({ length: setup.prompts }, (_, prompt) => prompt)
    : [null];
  const groups = prompts.map((prompt) => {
    const group = { prompt, seats: drawn(setup, options, prompt), records, tally: tally(records) };
    const change = draft(state, plan, group);
    settle(change, records.keys());
    return settled(change);
  });
  return { ...state, groups };
}
