import { shuffledIndices } from "../draw/shuffle.ts";
import type { LeagueState } from "./state.ts";

/** Entrants that may be shown on a prompt. */
export function candidates(state: LeagueState, prompt: number): number[] {
  const able: number[] = [];
  for (let entrant = 0; entrant < state.entrants; entrant++) {
    if (state.withdrawn.includes(entrant) || state.absences[entrant]?.includes(prompt)) continue;
    able.push(entrant);
  }
  return able;
}

/** Whether there is anything to compare on a prompt. */
export function isPlayable(state: LeagueState, prompt: number): boolean {
  return candidates(state, prompt).length >= 2;
}

/**
 * The prompt of the battle of this number: every cycle goes once through all prompts in a drawn order; those
 * with less than two candidates are passed over. Null = there is no other.
 */
export function drawnPrompt(state: LeagueState, number: number): number | null {
  const cycle = Math.floor(number / state.prompts);
  const order = shuffledIndices(state.prompts, `${state.seed}/prompts/${cycle}`);
  const from = number % state.prompts;
  const inTurn = [...order.slice(from), ...order.slice(0, from)];
  return inTurn.find((prompt) => isPlayable(state, prompt)) ?? null;
}

/**
 * The set a battle shows when no matchmaker picks one: a cycle of battles goes through a drawn order of the
 * entrants, K at a time, and passes over those without an output. It follows from seed and number alone, so
 * an outcome need not bring it back.
 */
export function drawnSet(state: LeagueState, number: number, prompt: number): number[] {
  const sets = Math.max(1, Math.floor(state.entrants / state.options.k));
  const order = shuffledIndices(state.entrants, `${state.seed}/sets/${Math.floor(number / sets)}`);
  const from = (number % sets) * state.options.k;
  const able = new Set(candidates(state, prompt));
  return [...order.slice(from), ...order.slice(0, from)]
    .filter((entrant) => able.has(entrant))
    .slice(0, state.options.k);
}
