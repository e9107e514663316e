import { seededRandom, shuffled } from "@agon/rating";

/**
 * 0..size-1 in random order. The same seed gives the same order on every machine; published draws depend on
 * it, so it never changes.
 */
export function shuffledIndices(size: number, seed: string): number[] {
  return shuffled(
    Array.from({ length: size }, (_, index) => index),
    seededRandom(seed),
  );
}
