import type { Note } from "../view.ts";

/** When a series of duels ends. */
export interface SeriesRule {
  /** Games of a series that is not level after them. */
  readonly bestOf: number;
  /** Prompts there are: a level series goes on while one is left. */
  readonly prompts: number;
  /** From 9 games on a lead of at least 2.2 sqrt(games) ends the series. */
  readonly earlyStop: boolean;
}

/** The largest odd number of games that `prompts` allow, or fewer if asked for: one prompt stays to break a tie. */
export function bestOf(asked: number | null, prompts: number): number {
  const largest = prompts < 2 || prompts % 2 === 1 ? prompts : prompts - 1;
  return asked === null ? largest : Math.min(asked, prompts);
}

/** lead >= 2.2 sqrt(games), squared to stay among whole numbers. */
function isClear(games: number, lead: number): boolean {
  return games >= 9 && 100 * lead * lead >= 484 * games;
}

/** Whether the series is over after `games` games with a difference of `lead` wins. */
export function isOver(rule: SeriesRule, games: number, lead: number): boolean {
  if (games >= rule.prompts) return true;
  if (games >= rule.bestOf) return lead !== 0;
  return Math.abs(lead) > rule.bestOf - games || (rule.earlyStop && isClear(games, lead));
}

export function endNote(rule: SeriesRule, games: number, lead: number): Note | null {
  if (lead === 0) return null;
  if (games > rule.bestOf) return "extra-prompt";
  return rule.earlyStop && games < rule.bestOf && Math.abs(lead) <= rule.bestOf - games ? "clear-lead" : null;
}

/**
 * How many games are certain to be needed after `games` with `lead`: if the leader won all of the next ones,
 * the series would still last that long. Playing up to here at once wastes nothing.
 */
export function certainGames(rule: SeriesRule, games: number, lead: number): number {
  let count = games;
  while (!isOver(rule, count, Math.abs(lead) + count - games)) count++;
  return count;
}
