// One voter's board: too few votes for a fit, so shares of battles won, drawn towards their mean.
import { type OwnVotes, ownBoardVotes, type Verdict } from "@agon/contract";
import type { Ballot } from "@agon/rating";
import { pointsOfBallots, smoothedRates } from "@agon/rating/live";

type OwnBoard = Pick<OwnVotes, "board" | "needed">;

/** `votes`: of one voter; those that do not count are left out. `nameOf`: a model's name by its slug. */
export function ownBoard(votes: readonly Verdict[], nameOf: (slug: string) => string): OwnBoard {
  const counted = votes.filter((vote) => vote.counted);
  if (counted.length < ownBoardVotes) return { board: null, needed: ownBoardVotes - counted.length };
  const slugs = [...new Set(counted.flatMap(({ slots }) => slots.map(({ model }) => model)))];
  const numbers = new Map(slugs.map((slug, at) => [slug, at]));
  const ballots = counted.map(
    ({ slots, ranks, first_only }): Ballot => ({
      models: slots.map(({ model }) => numbers.get(model) ?? 0),
      ranks,
      ...(first_only ? { firstOnly: true } : {}),
    }),
  );
  const points = pointsOfBallots(slugs.length, ballots);
  const rates = smoothedRates(points);
  const rows = slugs.map((slug, at) => ({
    model: { slug, name: nameOf(slug) },
    battles: points.battles[at] ?? 0,
    points: points.points[at] ?? 0,
    win_rate: rates[at] ?? 0,
  }));
  return { board: rows.sort((a, b) => b.win_rate - a.win_rate), needed: 0 };
}
