import { itemAt } from "../../item-at.ts";
import { bestScores } from "../best-scores.ts";
import type { Summariser } from "../reading.ts";
import { countsOf, dot, inverseFrequencies, weighted } from "../term-vector.ts";

/*
 * Centroid-based summarisation as in MEAD (Radev et al., "Centroid-based summarization of multiple
 * documents", IPM 40, 2004): centroid value + position + overlap with the first sentence, weights 1. The
 * three are scaled to a maximum of 1 each; MEAD's penalty for repetition is left out.
 */

/** Keeps the sentences that gather the weightiest words, early ones and those like the first before others. */
export const centroid: Summariser = (reading, count) => {
  const weights = inverseFrequencies(reading.terms);
  const centre = weighted(reading.terms.flat(), weights);
  const first = countsOf(reading.terms[0] ?? []);
  const values = scaled(
    reading.terms.map((terms) => [...new Set(terms)].reduce((sum, term) => sum + (centre.get(term) ?? 0), 0)),
  );
  const overlaps = scaled(reading.terms.map((terms) => dot(countsOf(terms), first)));
  const size = reading.terms.length;
  return bestScores(
    values.map((value, i) => value + (size - i) / size + itemAt(overlaps, i)),
    count,
  );
};

function scaled(values: readonly number[]): number[] {
  const top = Math.max(...values);
  return values.map((value) => (top > 0 ? value / top : 0));
}
