// A model leaves: it stands marked on the board with its verdicts, and takes part in nothing from here on.
import { withdraw } from "@agon/tournament/schedule";
import { type ArenaState, modelNumber } from "../state.ts";
import { hasEnded } from "../submission-state.ts";
import type { Draft } from "./decision.ts";

/** The entries that take a model out by its slug; `id` is the submission that asks for it. */
export function withdrawalOf(state: ArenaState, slug: string, reason: string | null, id: string): Draft[] {
  const model = modelNumber(state, slug);
  const active = state.models[model]?.status === "active";
  const concerned = state.submissions.filter(
    (one) => one.slug === slug && one.id !== id && (one.status === "active" || !hasEnded(one)),
  );
  return [
    ...(active ? [{ event: { type: "model.withdrawn", model, reason } as const }] : []),
    ...(active ? leaving(state, model) : []),
    ...[...concerned.map((one) => one.id), id].map(
      (one): Draft => ({ event: { type: "submission.withdrawn", id: one, reason } }),
    ),
  ];
}

/** Its open matches of tournaments that have not ended become forfeits. */
function leaving(state: ArenaState, model: number): Draft[] {
  return state.tournaments.flatMap(({ number, status, setup, schedule }): Draft[] => {
    const entrant = setup.entrants.indexOf(model);
    if (entrant < 0 || status === "completed" || status === "cancelled") return [];
    if (withdraw(schedule, entrant).kind !== "applied") return [];
    return [{ event: { type: "entrant.withdrawn", tournament: number, entrant } }];
  });
}
