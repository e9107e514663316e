/**
 * How many more counted votes a board wants before it says anything: five battles for every model,
 * two models a battle, so that no model's place rests on one or two comparisons.
 */
export const votesNeeded = (models: number, votes: number, k: number): number =>
  Math.max(0, Math.ceil((models * 5) / Math.max(k, 2)) - votes);
