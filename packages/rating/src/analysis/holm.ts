import { at } from "../cells.ts";
import { RatingError } from "../error.ts";

/**
 * p-values adjusted for their number by S. Holm's step-down rule (1979), in the order given: an adjusted
 * value below alpha keeps the chance of any false alarm below alpha. Throws `bad-option` outside [0, 1].
 */
export function holm(pValues: readonly number[]): number[] {
  for (const p of pValues) {
    if (!(p >= 0 && p <= 1)) throw new RatingError("bad-option", `a p-value lies in [0, 1], not ${p}`);
  }
  const values = Float64Array.from(pValues);
  const order = [...values.keys()].sort((a, b) => at(values, a) - at(values, b));
  const adjusted = new Float64Array(values.length);
  let floor = 0;
  for (const [place, index] of order.entries()) {
    floor = Math.max(floor, Math.min(1, (values.length - place) * at(values, index)));
    adjusted[index] = floor;
  }
  return [...adjusted];
}
