import type { JudgeAgreement, JudgeShare } from "@agon/contract";
import { seededRandom } from "@agon/rating";
import { agreementOf, type JudgedItem } from "@agon/rating/analysis";

const z95 = 1.959964;

/** A share with E. B. Wilson's 95 % interval (1927). */
export function shareOf(count: number, of: number): JudgeShare {
  if (of === 0) return { of, share: null, lower: null, upper: null };
  const share = count / of;
  const spread = z95 ** 2 / of;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (z95 / (1 + spread)) * Math.sqrt((share * (1 - share)) / of + spread / (4 * of));
  return { of, share, lower: Math.max(0, middle - half), upper: Math.min(1, middle + half) };
}

/** Fewer items give no interval worth drawing. */
const fewestItems = 10;
const draws = 400;

/** 95 % interval of kappa by the bootstrap over items, the same for the same items. */
export function kappaInterval(items: readonly JudgedItem[]): Pick<JudgeAgreement, "lower" | "upper"> {
  if (items.length < fewestItems) return { lower: null, upper: null };
  const random = seededRandom(`kappa/${items.length}`);
  const kappas: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const again = items.flatMap(() => items[Math.floor(random() * items.length)] ?? []);
    const { kappa } = agreementOf(again);
    if (kappa !== null) kappas.push(kappa);
  }
  kappas.sort((a, b) => a - b);
  const at = (share: number) =>
    kappas[Math.min(kappas.length - 1, Math.floor(share * kappas.length))] ?? null;
  return { lower: at(0.025), upper: at(0.975) };
}
