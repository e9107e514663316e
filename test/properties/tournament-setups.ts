import { type Format, formatNames, type ScheduleState } from "@agon/tournament";
import fc from "fast-check";
import { begin } from "../../packages/tournament/src/fixtures/play.ts";

const seeding = fc.constantFrom("random", "listed", null);
const bestOf = fc.option(fc.integer({ min: 1, max: 7 }));

/** Options of every format; leagues have a budget, so that they end. */
const optionsOf: Readonly<Record<Format, fc.Arbitrary<object>>> = {
  "single-elimination": fc.constant({}),
  series: fc.record({ seeding, bestOf, earlyStop: fc.boolean(), thirdPlace: fc.boolean() }),
  "double-elimination": fc.record({ seeding, bestOf, earlyStop: fc.boolean() }),
  "k-wise-elimination": fc.record({
    k: fc.constantFrom(4, 6),
    advance: fc.constantFrom(1, 2),
    scope: fc.constantFrom("prompt", "field"),
    games: fc.integer({ min: 1, max: 3 }),
  }),
  "k-wise-league": fc.record({ k: fc.integer({ min: 2, max: 4 }), budget: fc.integer({ min: 1, max: 30 }) }),
  swiss: fc.record({ opening: fc.constantFrom(0, 0.2, 0.5, 1), refits: fc.integer({ min: 0, max: 4 }) }),
  "round-robin": fc.constant({}),
  anchored: fc.record({ anchors: fc.constantFrom([0], [1, 3], [2, 0, 1]) }),
  sort: fc.record({
    method: fc.constantFrom("all-pairs", "heap", "window"),
    passes: fc.integer({ min: 1, max: 4 }),
  }),
  placement: fc.record({ k: fc.integer({ min: 2, max: 4 }), budget: fc.integer({ min: 1, max: 12 }) }),
};

function absent(entrants: number, prompts: number): fc.Arbitrary<[number, number][]> {
  const pair = fc.tuple(fc.integer({ min: 0, max: entrants - 1 }), fc.integer({ min: 0, max: prompts - 1 }));
  return fc.array(pair, { maxLength: 6 });
}

/** A tournament of this format before its first battle: 6 to 14 entrants, 1 to 5 prompts, some outputs missing. */
export function begunIn(format: Format): fc.Arbitrary<ScheduleState> {
  const sizes = fc.record({
    entrants: fc.integer({ min: 6, max: 14 }),
    prompts: fc.integer({ min: 1, max: 5 }),
  });
  return sizes.chain(({ entrants, prompts }) =>
    fc
      .record({ options: optionsOf[format], missing: absent(entrants, prompts), seed: fc.nat() })
      .map((rest) => {
        const ratings = Array.from({ length: entrants }, (_, entrant) => (entrant * 37) % 11);
        return begin(format, entrants, { prompts, ratings, ...rest });
      }),
  );
}

export const begun: fc.Arbitrary<ScheduleState> = fc.constantFrom(...formatNames).chain(begunIn);
