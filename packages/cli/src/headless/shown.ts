// What a judge is shown of a battle.
import type { JudgeContext, JudgeOutput } from "@agon/judge";
import type { Battle } from "@agon/tournament";
import type { Plan } from "./plan.ts";

const nothing: JudgeOutput = { content: null, score: null };

/** The outputs of a battle, in the order of its entrants. */
export function outputsOf({ table, prompts }: Plan, { entrants, prompt }: Battle): JudgeOutput[] {
  const number = prompts[prompt] ?? -1;
  return entrants.map((model) => table.at(model, number) ?? nothing);
}

/** Everything a judge draws about a battle follows from the run's seed and the battle itself. */
export function contextOf({ table, prompts, seed }: Plan, battle: Battle): JudgeContext {
  const about = table.prompts[prompts[battle.prompt] ?? -1];
  const { match, version, game } = battle;
  return {
    reference: about?.reference ?? null,
    prompt: about?.text || null,
    seed: `${seed}/${match}/${version}/${game}`,
  };
}
