import type { GroupView } from "@agon/tournament";
import { groups } from "@agon/tournament/schedule";
import type { ArenaState, TournamentState } from "../state.ts";
import { promptSlug } from "./tournament-view.ts";

const isOpen = ({ decided, total }: GroupView): boolean => total === null || decided < total;

const isMoving = (group: GroupView): boolean => group.decided > 0 && isOpen(group);

/**
 * The groups of a tournament and the one a reader wants to see: the one named by the slug of its prompt, else the
 * first that is being decided, else the first that is not finished, else the last. Null when there is none of this name.
 */
export function bracketsOf(
  state: ArenaState,
  tournament: TournamentState,
  group: string | null,
): { readonly all: readonly GroupView[]; readonly chosen: GroupView | undefined } | null {
  const all = groups(tournament.schedule);
  if (group === null) return { all, chosen: all.find(isMoving) ?? all.find(isOpen) ?? all.at(-1) };
  const chosen = all.find((one) => promptSlug(state, tournament, one.group) === group);
  return chosen ? { all, chosen } : null;
}
