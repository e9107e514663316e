import type { Ballot } from "@agon/rating";
import fc from "fast-check";

/** Models of the arbitrary ballots below: 0..6, of which some may never be shown. */
export const SIZE = 7;

/** Any weak order over two to five of the models. */
const anyBallot: fc.Arbitrary<Ballot> = fc
  .shuffledSubarray([...Array(SIZE).keys()], { minLength: 2, maxLength: 5 })
  .chain((models) =>
    fc.record({
      models: fc.constant(models),
      ranks: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: models.length, maxLength: models.length }),
    }),
  );

/** Any duel: a win, a defeat or a tie. */
const anyDuel: fc.Arbitrary<Ballot> = fc
  .shuffledSubarray([...Array(SIZE).keys()], { minLength: 2, maxLength: 2 })
  .chain((models) => fc.constantFrom([1, 2], [2, 1], [1, 1]).map((ranks): Ballot => ({ models, ranks })));

export const someBallots = fc.array(anyBallot, { maxLength: 30 });
export const someDuels = fc.array(anyDuel, { maxLength: 60 });

/** A way to rename the models. */
export const anyRenaming = fc.shuffledSubarray([...Array(SIZE).keys()], { minLength: SIZE, maxLength: SIZE });

export const renamed = (ballots: readonly Ballot[], names: readonly number[]): Ballot[] =>
  ballots.map((ballot) => ({ ...ballot, models: ballot.models.map((model) => names[model] ?? -1) }));

/** The same ballots with last and first exchanged. */
export const reversed = (ballots: readonly Ballot[]): Ballot[] =>
  ballots.map((ballot) => ({ ...ballot, ranks: ballot.ranks.map((rank) => -rank) }));

/** The same ballots with the slots of each in another order. */
export const reslotted = (ballots: readonly Ballot[]): Ballot[] =>
  ballots.map((ballot) => ({
    ...ballot,
    models: ballot.models.toReversed(),
    ranks: ballot.ranks.toReversed(),
  }));
