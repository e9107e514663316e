import { scanForInjection } from "../injection/scan.ts";
import type { Judge, Judgement } from "../judge.ts";

/** Flags verdicts on outputs that address the judge, and the places of those outputs in the battle. The verdict stands: the fences are what defends it. */
export function guarded(judge: Judge): Judge {
  return async (battle, context): Promise<Judgement> => {
    const judgement = await judge(battle, context);
    if (judgement.status !== "decided") return judgement;
    const suspects = battle.outputs.flatMap(({ content }, place) =>
      content !== null && scanForInjection(content).length > 0 ? [`injection_${place}` as const] : [],
    );
    return suspects.length > 0
      ? { ...judgement, flags: [...(judgement.flags ?? []), "injection_suspected", ...suspects] }
      : judgement;
  };
}
