import type { Judge, JudgeOutput } from "../judge.ts";
import { noSpend } from "../spend.ts";

const identity = ({ content, imageUrl }: JudgeOutput): string => JSON.stringify([content, imageUrl ?? null]);

/** Equal outputs tie without a call. */
export function withoutIdentical(judge: Judge): Judge {
  return (battle, context) => {
    const { outputs } = battle;
    const kinds = new Set(outputs.map(identity));
    const [first] = outputs;
    const isNothing = first !== undefined && first.content === null && !first.imageUrl;
    if (outputs.length < 2 || kinds.size > 1 || isNothing) return judge(battle, context);
    return {
      status: "decided",
      ranks: outputs.map(() => 1),
      strength: 0,
      flags: ["identical"],
      spend: noSpend,
    };
  };
}
