// Position: who is shown first must not decide.
import type { Decided, Judge, JudgedBattle, Judgement, Look, VerdictFlag } from "../judge.ts";
import { addSpend, noSpend, type Spend } from "../spend.ts";

const arranged = <T>(items: readonly T[], order: readonly number[]): T[] =>
  order.flatMap((place) => {
    const item = items[place];
    return item === undefined ? [] : [item];
  });

/** What was said about the slots, told about the places: `order[slot]` is the place shown there. */
const back = <T>(bySlot: readonly T[], order: readonly number[]): T[] =>
  arranged(
    bySlot,
    order.map((_, place) => order.indexOf(place)),
  );

const lookBack = (look: Look, order: readonly number[]): Look => ({
  ...look,
  order: arranged(order, look.order),
});

function decidedBack(decided: Decided, order: readonly number[]): Decided {
  const { strength, scores, probabilities } = decided;
  const isSwapped = order[0] === 1;
  return {
    ...decided,
    ranks: back(decided.ranks, order),
    ...(strength === undefined ? {} : { strength: isSwapped && strength !== 0 ? -strength : strength }),
    ...(scores === undefined ? {} : { scores: back(scores, order) }),
    ...(probabilities === undefined ? {} : { probabilities: back(probabilities, order) }),
  };
}

/** The judgement of a battle whose outputs are shown in another order. */
async function judgedInOrder(
  judge: Judge,
  { outputs }: JudgedBattle,
  context: Parameters<Judge>[1],
  order: readonly number[],
): Promise<Judgement> {
  const judgement = await judge({ outputs: arranged(outputs, order) }, context);
  if (judgement.status === "pending" || judgement.status === "undecidable") return judgement;
  const { looks } = judgement;
  const told = looks === undefined ? {} : { looks: looks.map((look) => lookBack(look, order)) };
  return judgement.status === "decided"
    ? { ...decidedBack(judgement, order), ...told }
    : { ...judgement, ...told };
}

/** One look in an order drawn for the battle: at the same price better for a ranking than two swapped looks. */
export function inRandomOrder(
  judge: Judge,
  shuffle: (size: number, seed: string) => readonly number[],
): Judge {
  return (battle, context) =>
    judgedInOrder(judge, battle, context, shuffle(battle.outputs.length, context.seed ?? ""));
}

const told = (judgement: Judgement): { spend?: Spend; looks?: readonly Look[] } =>
  judgement.status === "pending" || judgement.status === "undecidable" ? {} : judgement;

const sign = ({ ranks }: Decided): number => Math.sign((ranks[1] ?? 0) - (ranks[0] ?? 0));

function together(first: Decided, second: Decided): Decided {
  const spend = addSpend(first.spend ?? noSpend, second.spend ?? noSpend);
  const looks = [...(first.looks ?? []), ...(second.looks ?? [])];
  const flags = [...new Set<VerdictFlag>([...(first.flags ?? []), ...(second.flags ?? [])])];
  const isConsistent = sign(first) === sign(second);
  const known = first.strength !== undefined && second.strength !== undefined;
  const strength = isConsistent ? ((first.strength ?? 0) + (second.strength ?? 0)) / 2 : 0;
  return {
    status: "decided",
    ranks: isConsistent ? first.ranks : [1, 1],
    ...(known ? { strength } : {}),
    ...(first.reason === undefined ? {} : { reason: first.reason }),
    flags: isConsistent ? flags : [...flags, "inconsistent"],
    looks,
    spend,
  };
}

/**
 * Two looks at a duel, the second with the outputs swapped: the same winner with the mean strength, or a tie that is
 * flagged `inconsistent`. When one look gives no verdict there is none. Larger battles are judged once.
 */
export function bothOrders(judge: Judge): Judge {
  return async (battle, context) => {
    if (battle.outputs.length !== 2) return judge(battle, context);
    const looked = [
      [0, 1],
      [1, 0],
    ].map((order) => judgedInOrder(judge, battle, context, order));
    const [first, second] = await Promise.all(looked);
    if (first === undefined || second === undefined) throw new Error("Two looks were asked for");
    if (first.status === "decided" && second.status === "decided") return together(first, second);
    const poor = first.status === "decided" ? second : first;
    if (poor.status === "pending" || poor.status === "undecidable" || poor.status === "decided") return poor;
    const other = told(poor === first ? second : first);
    const spend = addSpend(poor.spend ?? noSpend, other.spend ?? noSpend);
    return { ...poor, spend, looks: [...(poor.looks ?? []), ...(other.looks ?? [])] };
  };
}
