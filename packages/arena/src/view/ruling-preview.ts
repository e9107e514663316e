import { type MatchPatch, ok, type Result, type RulingPreview } from "@agon/contract";
import { match as matchOf } from "@agon/tournament/schedule";
import { ruledBy } from "../decide/tournament.ts";
import { type ArenaState, matchKey, type TournamentState } from "../state.ts";
import { matchById } from "./tournament-view.ts";

/** What a ruling would take back: a raised version shows which matches begin again. */
export function rulingPreview(
  state: ArenaState,
  tournament: TournamentState,
  match: string,
  patch: MatchPatch,
): Result<RulingPreview> {
  const ruled = ruledBy(tournament, match, patch);
  if (!ruled.ok) return ruled;
  const { state: after, changed } = ruled.value.applied;
  const reset = changed.filter(
    (id) => matchOf(after, id)?.version !== matchOf(tournament.schedule, id)?.version,
  );
  const verdicts = (id: string) => state.matchVerdicts.get(matchKey(tournament.number, id))?.length ?? 0;
  const others = reset.filter((id) => id !== match).flatMap((id) => matchById(state, tournament, id) ?? []);
  return ok({
    resets: others.filter(({ games, status }) => games > 0 || status === "decided" || status === "forfeit"),
    verdicts: reset.reduce((sum, id) => sum + verdicts(id), 0),
  });
}
