// An operator takes an output down: it is shown to nobody any more, and what was said of it stays counted.
import { fail, ok, type Result } from "@agon/contract";
import { type ArenaState, modelNumber, promptNumber, type TournamentState } from "../state.ts";
import type { Decided } from "./decision.ts";
import { leaving } from "./leaving.ts";

/** Which output, by slugs, and why. */
export interface TakedownWish {
  readonly model: string;
  readonly prompt: string;
  readonly reason: string;
}

export interface OutputPlace {
  readonly model: number;
  readonly prompt: number;
}

export interface TakenDown extends OutputPlace {
  readonly name: string;
  readonly score: number | null;
}

/** The numbers of an output, or which part of its name is unknown. */
export function placeOfOutput(
  state: ArenaState,
  wish: Pick<TakedownWish, "model" | "prompt">,
): Result<OutputPlace> {
  const [model, prompt] = [modelNumber(state, wish.model), promptNumber(state, wish.prompt)];
  if (model < 0) return fail("model_unknown", `There is no model "${wish.model}" in this arena.`);
  if (prompt < 0) return fail("prompt_unknown", `There is no prompt "${wish.prompt}" in this arena.`);
  return state.prompts[prompt]?.outputs.has(model)
    ? ok({ model, prompt })
    : fail("output_unknown", `"${wish.model}" has no output for the prompt "${wish.prompt}".`);
}

/** Taking down what is down already changes nothing. */
export function decideTakedown(state: ArenaState, wish: TakedownWish): Decided<TakenDown> {
  const place = placeOfOutput(state, wish);
  if (!place.ok) return place;
  const { model, prompt } = place.value;
  const output = state.prompts[prompt]?.outputs.get(model);
  const { name = wish.model } = state.models[model] ?? {};
  const answer = () => ({ model, prompt, name, score: output?.score ?? null });
  if (output?.takenDown) return ok({ drafts: [], answer });
  const event = { type: "output.removed", model, prompt, reason: wish.reason } as const;
  const left = leaving(state, model, (tournament) => wouldShow(tournament, prompt));
  return ok({ drafts: [{ event }, ...left], answer });
}

/** Whether somebody would have to see an output for the prompt. A program that goes by stored scores looks at none. */
const wouldShow = ({ setup }: TournamentState, prompt: number): boolean =>
  setup.prompts.includes(prompt) && !(setup.judge.kind === "rule" && setup.judge.rule === "score");
