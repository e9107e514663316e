import { scanForInjection } from "../injection/scan.ts";
import type { Judge, Judgement } from "../judge.ts";

/** Flags verdicts on outputs that address the judge. The verdict stands: the fences are what defends it. */
export function guarded(judge: Judge): Judge {
  return async (battle, context): Promise<Judgement> => {
    const judgement = await judge(battle, context);
    if (judgement.status !== "decided") return judgement;
    const isSuspect = battle.outputs.some(
      ({ content }) => content !== null && scanForInjection(content).length > 0,
    );
    return isSuspect
      ? { ...judgement, flags: [...(judgement.flags ?? []), "injection_suspected"] }
      : judgement;
  };
}
