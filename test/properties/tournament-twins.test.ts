// Every schedule against a naive twin: the same method said as plainly as possible, with all verdicts at hand.

import { rate } from "@agon/rating";
import type { Battle, MatchView, ScheduleState } from "@agon/tournament";
import { matches } from "@agon/tournament/schedule";
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { begin, type Judge, lottery, play } from "../../packages/tournament/src/fixtures/play.ts";

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/** Which of two goes on, the first where they are level. */
type Duel = (first: number, second: number) => number;

/** A judge who knows a fixed winner, or a tie, for every pair and prompt. */
function pairwise(seed: string): Judge {
  return ({ entrants, prompt }) => {
    const sorted = [...entrants].sort((a, b) => a - b);
    const ranks = lottery(seed)({ match: "", version: 1, game: 0, entrants: sorted, prompt });
    return entrants.map((entrant) => ranks[sorted.indexOf(entrant)] ?? 1);
  };
}

function duelBy(judge: Judge, prompt: number, seats: readonly number[], met: string[] = []): Duel {
  return (first, second) => {
    met.push([first, second].sort((a, b) => a - b).join());
    const [a = 1, b = 1] = judge({ match: "", version: 1, game: 0, entrants: [first, second], prompt });
    if (a !== b) return a < b ? first : second;
    return seats.indexOf(first) < seats.indexOf(second) ? first : second;
  };
}

function draws(state: ScheduleState): readonly (readonly number[])[] {
  return "groups" in state ? state.groups.map(({ seats }) => seats) : [];
}

function pairsPlayed(views: readonly MatchView[]): string[] {
  return views
    .filter(({ status }) => status === "decided")
    .map(({ places }) =>
      places
        .map(({ entrant }) => entrant ?? -1)
        .sort((a, b) => a - b)
        .join(),
    )
    .sort();
}

const size = fc.integer({ min: 2, max: 33 });

it("single elimination: split the list in halves, winners meet", () => {
  const champion = (list: readonly number[], duel: Duel): number => {
    const [only = -1] = list;
    if (list.length === 1) return only;
    const middle = Math.floor(list.length / 2);
    return duel(champion(list.slice(0, middle), duel), champion(list.slice(middle), duel));
  };
  fc.assert(
    fc.property(size, fc.string(), (entrants, verdicts) => {
      const judge = pairwise(verdicts);
      const end = play(begin("single-elimination", entrants, { prompts: 2, seed: verdicts }), judge);
      draws(end).forEach((draw, prompt) => {
        const met: string[] = [];
        const winner = champion(draw, duelBy(judge, prompt, draw, met));
        const views = matches(end).filter(({ group }) => group === prompt);
        expect(views.at(-1)?.winners).toEqual([winner]);
        expect(pairsPlayed(views)).toEqual(met.sort());
      });
    }),
    { numRuns: 50 },
  );
});

/** First-round slots by repeated mirroring, written as a recursion; null = empty. */
function slots(seed: number, round: number, rounds: number, seats: readonly number[]): (number | null)[] {
  if (round === rounds) return [seats[seed - 1] ?? null];
  const opposite = 2 ** (round + 1) + 1 - seed;
  return [...slots(seed, round + 1, rounds, seats), ...slots(opposite, round + 1, rounds, seats)];
}

function survivors(
  list: readonly (number | null)[],
  duel: Duel,
  losers: (number | null)[] = [],
): (number | null)[] {
  return Array.from({ length: list.length / 2 }, (_, index) => {
    const [first = null, second = null] = list.slice(2 * index, 2 * index + 2);
    const winner = first === null || second === null ? (first ?? second) : duel(first, second);
    losers.push(first === null || second === null ? null : winner === first ? second : first);
    return winner;
  });
}

it("series: seeds in standard slots, winners meet, byes for the top seeds", () => {
  fc.assert(
    fc.property(size, fc.string(), (entrants, verdicts) => {
      const judge = pairwise(verdicts);
      const end = play(begin("series", entrants, { prompts: 1, seed: verdicts }), judge);
      const [seats = []] = draws(end);
      const met: string[] = [];
      const duel = duelBy(judge, 0, seats, met);
      let list = slots(1, 0, Math.ceil(Math.log2(entrants)), seats);
      while (list.length > 1) list = survivors(list, duel);
      expect(matches(end).at(-1)?.winners).toEqual(list);
      expect(pairsPlayed(matches(end))).toEqual(met.sort());
    }),
    { numRuns: 50 },
  );
});

it("double elimination: play on until one has not lost twice", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.string(), (rounds, verdicts) => {
      const judge = pairwise(verdicts);
      const end = play(begin("double-elimination", 2 ** rounds, { prompts: 1, seed: verdicts }), judge);
      const [seats = []] = draws(end);
      const met: string[] = [];
      const duel = duelBy(judge, 0, seats, met);
      const champion = doubleTwin(slots(1, 0, rounds, seats), duel);
      expect(matches(end).at(-1)?.winners).toEqual([champion]);
      expect(pairsPlayed(matches(end))).toEqual(met.sort());
    }),
    { numRuns: 50 },
  );
});

function doubleTwin(first: readonly (number | null)[], duel: Duel): number | null {
  const swapped = (list: (number | null)[]) => [
    ...list.slice(list.length / 2),
    ...list.slice(0, list.length / 2),
  ];
  let lower: (number | null)[] = [];
  let upper = survivors(first, duel, lower);
  for (let drop = 0; upper.length > 1; drop++) {
    const losers: (number | null)[] = [];
    upper = survivors(upper, duel, losers);
    const turned = drop % 4 === 0 || drop % 4 === 2 ? losers.toReversed() : losers;
    const falling = drop % 4 === 1 || drop % 4 === 2 ? swapped(turned) : turned;
    const paired = survivors(lower, duel);
    lower = survivors(
      paired.flatMap((survivor, index) => [survivor, falling[index] ?? null]),
      duel,
    );
  }
  const [unbeaten = null] = upper;
  const [challenger = null] = lower;
  if (unbeaten === null || challenger === null) return unbeaten;
  const winner = duel(unbeaten, challenger);
  return winner === unbeaten ? winner : duel(unbeaten, challenger);
}

it("K-wise elimination: the best of every heat go on, heat by heat", () => {
  const heat = (judge: Judge, list: readonly number[], seats: readonly number[]) => {
    const ranks = judge({ match: "", version: 1, game: 0, entrants: list, prompt: 0 });
    const rank = new Map(list.map((entrant, index) => [entrant, ranks[index] ?? 0]));
    return [...list].sort(
      (a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0) || seats.indexOf(a) - seats.indexOf(b),
    );
  };
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 40 }), fc.string(), (entrants, verdicts) => {
      const byEntrant: Judge = ({ entrants: list }) => {
        const worth = list.map(
          (entrant) =>
            lottery(verdicts)({ match: "", version: 1, game: 0, entrants: [entrant, -1], prompt: 0 })[0] ?? 0,
        );
        return worth.map(
          (own, index) =>
            1 +
            worth.filter(
              (other, at) => other < own || (other === own && (list[at] ?? 0) < (list[index] ?? 0)),
            ).length,
        );
      };
      const options = { k: 4, seeding: "listed", scope: "field" };
      const end = play(begin("k-wise-elimination", entrants, { prompts: 1, options }), byEntrant);
      for (const view of matches(end)) {
        const shown = view.places.map(({ entrant }) => entrant ?? -1);
        expect(view.winners).toEqual(heat(byEntrant, shown, [...Array(entrants).keys()]).slice(0, 1));
      }
      // Whatever the heats, the best of a strict order wins.
      const everybody = Array.from({ length: entrants }, (_, index) => index);
      expect(matches(end).at(-1)?.winners).toEqual(heat(byEntrant, everybody, everybody).slice(0, 1));
    }),
    { numRuns: 50 },
  );
});

it("round robin: every pair", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 17 }), fc.string(), (entrants, seed) => {
      const end = play(begin("round-robin", entrants, { prompts: 1, seed }), pairwise(seed));
      const all = Array.from({ length: entrants }, (_, a) =>
        Array.from({ length: a }, (_, b) => `${b},${a}`),
      ).flat();
      expect(pairsPlayed(matches(end))).toEqual(all.sort());
    }),
    { numRuns: 50 },
  );
});

it("Swiss: refit from all ballots so far, then neighbours meet", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 9 }),
      fc.integer({ min: 2, max: 9 }),
      fc.string(),
      (entrants, prompts, verdicts) => {
        const options = { opening: 0.3, refits: 3 };
        const seen: { battle: Battle; ranks: number[] }[] = [];
        const judge: Judge = (battle) => {
          const ranks = pairwise(verdicts)(battle);
          seen.push({ battle, ranks });
          return ranks;
        };
        const end = play(begin("swiss", entrants, { prompts, options, seed: verdicts }), judge);
        if (end.format !== "swiss") throw new Error("not Swiss");
        for (const [batch, of] of end.batches.entries()) {
          if (batch === 0) continue;
          const before = seen.filter(
            ({ battle }) => end.batches.findIndex((list) => list.includes(battle.prompt)) < batch,
          );
          const ballots = before.map(({ battle, ranks }) => ({ models: battle.entrants, ranks }));
          const { models } = rate(entrants, ballots, { method: "bradley-terry", interval: "none" });
          const theta = (entrant: number) => Number((models[entrant]?.theta ?? 0).toFixed(6));
          for (const prompt of of) {
            const path = end.sheets[prompt]?.[0]?.path ?? [];
            path.slice(1).forEach((entrant, index) => {
              expect(theta(path[index] ?? -1)).toBeGreaterThanOrEqual(theta(entrant));
            });
          }
        }
      },
    ),
    { numRuns: 25 },
  );
});

/** Both orders asked; what they do not agree on is a tie. */
function better(judge: Judge, prompt: number): (a: number, b: number) => number {
  const said = (a: number, b: number) => {
    const [x = 1, y = 1] = judge({ match: "", version: 1, game: 0, entrants: [a, b], prompt });
    return Math.sign(y - x);
  };
  return (a, b) => (said(a, b) === -said(b, a) ? said(a, b) : 0);
}

/** A judge with a favour for what it is shown first, so that orders matter. */
function biased(seed: string): Judge {
  return ({ entrants, prompt }) =>
    lottery(seed)({ match: entrants.join(), version: 1, game: 0, entrants, prompt });
}

const sorters = {
  "all-pairs": (list: number[], compare: (a: number, b: number) => number) => {
    const points = list.map((a) => list.reduce((sum, b) => sum + (a === b ? 0 : compare(a, b)), 0));
    return list
      .map((entrant, index) => ({ entrant, index, points: points[index] ?? 0 }))
      .sort((a, b) => b.points - a.points || a.index - b.index)
      .map(({ entrant }) => entrant);
  },
  window: (list: number[], compare: (a: number, b: number) => number) => {
    const sorted = [...list];
    for (let pass = 0; pass < 3; pass++) {
      for (let i = sorted.length - 1; i > pass; i--) {
        const [upper = 0, lower = 0] = [sorted[i - 1], sorted[i]];
        if (compare(lower, upper) > 0) sorted.splice(i - 1, 2, lower, upper);
      }
    }
    return sorted;
  },
  heap: (list: number[], compare: (a: number, b: number) => number) => {
    const heap = [...list];
    const sink = (i: number): void => {
      const children = [2 * i + 1, 2 * i + 2].filter((child) => child < heap.length);
      const best = children.reduce<number | undefined>(
        (top, child) => (top === undefined || compare(heap[child] ?? 0, heap[top] ?? 0) > 0 ? child : top),
        undefined,
      );
      if (best === undefined || compare(heap[best] ?? 0, heap[i] ?? 0) <= 0) return;
      [heap[i], heap[best]] = [heap[best] ?? 0, heap[i] ?? 0];
      sink(best);
    };
    for (let i = heap.length - 1; i >= 0; i--) sink(i);
    return list.map(() => {
      const [top = 0] = heap;
      const last = heap.pop() ?? 0;
      if (heap.length > 0) {
        heap[0] = last;
        sink(0);
      }
      return top;
    });
  },
} as const;

it.each(["all-pairs", "window", "heap"] as const)(
  "sort by %s: the textbook on a comparison in both orders",
  (method) => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 14 }), fc.string(), (entrants, verdicts) => {
        const judge = biased(verdicts);
        const options = { method, passes: 3 };
        const end = play(begin("sort", entrants, { prompts: 2, seed: verdicts, options }), judge);
        if (end.format !== "sort") throw new Error("not a sort");
        for (const { prompt, seats, order } of end.groups) {
          expect(order).toEqual(sorters[method]([...seats], better(judge, prompt)));
        }
      }),
    );
  },
);
