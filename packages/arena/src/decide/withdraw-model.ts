// A model leaves: it stands marked on the board with its verdicts, and takes part in nothing from here on.
import { type ArenaState, modelNumber } from "../state.ts";
import { hasEnded } from "../submission-state.ts";
import type { Draft } from "./decision.ts";
import { leaving } from "./leaving.ts";

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
