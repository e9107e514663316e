import { doublePlan } from "./double.ts";
import { halvingPlan } from "./halving.ts";
import { heatsPlan } from "./heats.ts";
import { knockOutPlan } from "./knock-out.ts";
import type { Plan } from "./plan.ts";
import type { BracketOptions, BracketState } from "./state.ts";

function build(options: BracketOptions, entrants: number): Plan {
  switch (options.format) {
    case "single-elimination":
      return halvingPlan(entrants);
    case "series":
      return knockOutPlan(entrants, options.thirdPlace);
    case "double-elimination":
      return doublePlan(entrants);
    case "k-wise-elimination":
      return heatsPlan(entrants, options.k, options.advance);
  }
}

/** Plans follow from options and size alone; the latest are kept because every transition needs one. */
const latest = new Map<string, Plan>();
const kept = 16;

export function planOf({ options, entrants }: Pick<BracketState, "options" | "entrants">): Plan {
  const key = `${entrants} ${JSON.stringify(options)}`;
  const found = latest.get(key);
  if (found) return found;
  const [oldest] = latest.keys();
  if (latest.size >= kept && oldest !== undefined) latest.delete(oldest);
  const made = build(options, entrants);
  latest.set(key, made);
  return made;
}
