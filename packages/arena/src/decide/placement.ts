// A model that came by a submission is placed at once: a few battles against those whose place is known.
import { type JudgeSpec, ok } from "@agon/contract";
import { neverMeet } from "../rivals.ts";
import { type ArenaState, findJudge, isShowable } from "../state.ts";
import type { Decided, Draft } from "./decision.ts";
import { findSubmission } from "./submission.ts";
import { decideTournament } from "./tournament.ts";

/** A tournament takes at most 1,024 entrants, the newcomer among them. */
const mostRivals = 1_023;

/**
 * Sets up the placement of an active submission's model and answers with its tournament; null when there is nobody to
 * be compared with, or it was decided before. `seed` is drawn by the caller.
 */
export function decidePlacement(state: ArenaState, id: string, seed: string): Decided<number | null> {
  const submission = findSubmission(state, id);
  const number = submission?.model ?? -1;
  const newcomer = state.models[number];
  if (submission === undefined || newcomer === undefined || submission.placement !== undefined)
    return ok({ drafts: [], answer: () => null });
  const placed = (placement: number | null): Draft => ({ event: { type: "model.placed", id, placement } });
  const prompts = state.prompts.flatMap((_, at) => (isShowable(state, number, at) ? [at] : []));
  const rivals = state.models
    .flatMap((model, at) => {
      const meets = at !== number && model.status === "active" && !neverMeet(model, newcomer);
      return meets && prompts.some((prompt) => isShowable(state, at, prompt)) ? [at] : [];
    })
    .slice(0, mostRivals);
  const entrants = [...rivals, number];
  const decided = decideTournament(
    state,
    {
      title: `Placement of ${newcomer.name}`,
      format: "placement",
      criterion: null,
      judge: placementJudge(state, entrants, prompts),
      seed,
      paceMs: 0,
      models: entrants.map((at) => state.models[at]?.slug ?? ""),
      prompts: prompts.map((at) => state.prompts[at]?.slug ?? ""),
      options: { newcomer: newcomer.slug, k: Math.min(state.settings?.k ?? 2, entrants.length) },
      start: true,
    },
    `placement.${id}`,
  );
  if (!decided.ok) return ok({ drafts: [placed(null)], answer: () => null });
  const tournament = state.tournaments.length + 1;
  return ok({
    drafts: [...decided.value.drafts, placed(tournament)],
    answer: () => tournament,
  });
}

/** The arena's own choice, people where its judge is out of service; without one, the score field when every output has a score, else people. */
function placementJudge(
  state: ArenaState,
  entrants: readonly number[],
  prompts: readonly number[],
): JudgeSpec {
  const wanted = state.settings?.placement_judge;
  if (wanted === "human") return { kind: "human" };
  if (typeof wanted === "object") {
    const known = findJudge(state, wanted.judge);
    const serves = known?.definition.kind === wanted.kind && known.status !== "disabled";
    return serves ? wanted : { kind: "human" };
  }
  const scored = prompts.every((prompt) =>
    entrants.every((model) => state.prompts[prompt]?.outputs.get(model)?.score !== null),
  );
  return scored ? { kind: "rule", rule: "score" } : { kind: "human" };
}
