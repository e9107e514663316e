import type { Decided, Judge, JudgeContext, JudgedBattle, Judgement } from "../judge.ts";
import { addSpend, noSpend } from "../spend.ts";
import { sentenceCount } from "../splitting/pieces.ts";
import { splitAligned, splitEvenly } from "../splitting/split.ts";

const parts = 3;
const fewestSentences = 3;

const isInconsistent = ({ flags }: Decided): boolean => flags?.includes("inconsistent") ?? false;

function withParts({ outputs }: JudgedBattle, split: readonly (readonly string[])[]): JudgedBattle {
  return { outputs: outputs.map((output, at) => ({ ...output, parts: split[at] ?? [] })) };
}

/** What was asked before counts too. */
function after(judgement: Judgement, before: Decided): Judgement {
  if (judgement.status === "pending" || judgement.status === "undecidable") return before;
  const spend = addSpend(before.spend ?? noSpend, judgement.spend ?? noSpend);
  const looks = [...(before.looks ?? []), ...(judgement.looks ?? [])];
  return { ...judgement, spend, looks };
}

/**
 * Asks again, part by part, when a duel's two orders disagree and both texts have three sentences or more: first cut
 * evenly, then cut where the parts align. What stays inconsistent stays a tie. Six looks at most.
 *
 * @param judge looks at both orders and flags `inconsistent`
 */
export function portia(judge: Judge): Judge {
  return async (battle: JudgedBattle, context: JudgeContext): Promise<Judgement> => {
    const whole = await judge(battle, context);
    const [a, b] = battle.outputs.map(({ content }) => content ?? "");
    if (whole.status !== "decided" || !isInconsistent(whole) || a === undefined || b === undefined)
      return whole;
    if (sentenceCount(a) < fewestSentences || sentenceCount(b) < fewestSentences) return whole;
    let last = whole;
    for (const split of [
      () => [splitEvenly(a, parts), splitEvenly(b, parts)],
      () => splitAligned(a, b, parts),
    ]) {
      const again = after(await judge(withParts(battle, split()), context), last);
      if (again.status === "failed") return again;
      // No verdict on the parts: the tie over the whole stands.
      if (again.status !== "decided") return { ...last, ...told(again) };
      if (!isInconsistent(again)) return { ...again, flags: [...(again.flags ?? []), "aligned"] };
      last = again;
    }
    return last;
  };
}

const told = (judgement: Judgement): Pick<Decided, "spend" | "looks"> =>
  judgement.status === "pending" || judgement.status === "undecidable"
    ? {}
    : {
        ...(judgement.spend === undefined ? {} : { spend: judgement.spend }),
        ...(judgement.looks === undefined ? {} : { looks: judgement.looks }),
      };
