import { addBallotToCounts, emptyCounts, rateCounts } from "@agon/rating";
import fc from "fast-check";
import { expect, test } from "vitest";
import { PairCollector } from "./collect.ts";

const size = 40;
const duel = fc
  .record({
    a: fc.integer({ min: 0, max: size - 1 }),
    step: fc.integer({ min: 1, max: size - 1 }),
    ranks: fc.constantFrom([1, 2], [2, 1], [1, 1]),
  })
  .map(({ a, step, ranks }) => ({ models: [a, (a + step) % size], ranks }));

test("counting while models keep appearing gives the counts of knowing them all", () => {
  fc.assert(
    fc.property(fc.array(duel, { minLength: 1, maxLength: 60 }), (duels) => {
      const collector = new PairCollector();
      const counts = emptyCounts(size);
      for (const ballot of duels) {
        collector.add(ballot);
        addBallotToCounts(counts, ballot);
      }
      const options = { method: "win-rate", interval: "none" } as const;
      expect(collector.rate(size, options)).toEqual(rateCounts(counts, options));
    }),
  );
});
