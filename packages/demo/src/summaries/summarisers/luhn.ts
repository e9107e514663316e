import { bestScores } from "../best-scores.ts";
import type { Summariser } from "../reading.ts";
import { countsOf } from "../term-vector.ts";

/*
 * Luhn, "The Automatic Creation of Literature Abstracts", IBM Journal 2(2), 1958: a sentence is as good
 * as its densest cluster of significant words. Here a word is significant if it is no stop word and
 * occurs twice in the passage; Luhn's upper cut-off is what the stop words do.
 */

const leastCount = 2;
/** Significant words belong to one cluster while at most this many others stand between them. */
const widestGap = 4;

/** Keeps the sentences with the highest significance factor. */
export const luhn: Summariser = (reading, count) => {
  const counts = countsOf(reading.terms.flat());
  const scores = reading.words.map((words) => {
    const places = [...words.keys()].filter((i) => (counts.get(words[i] ?? "") ?? 0) >= leastCount);
    return significance(places);
  });
  return bestScores(scores, count);
};

/** The largest n^2 / span of a cluster: n significant words at ascending places, `span` words from first to last. */
export function significance(places: readonly number[]): number {
  return Math.max(0, ...clustersOf(places).map(({ first, last, size }) => size ** 2 / (last - first + 1)));
}

interface Cluster {
  first: number;
  last: number;
  size: number;
}

function clustersOf(places: readonly number[]): Cluster[] {
  const clusters: Cluster[] = [];
  for (const place of places) {
    const open = clusters.at(-1);
    if (open !== undefined && place - open.last - 1 <= widestGap) {
      open.last = place;
      open.size += 1;
    } else clusters.push({ first: place, last: place, size: 1 });
  }
  return clusters;
}
