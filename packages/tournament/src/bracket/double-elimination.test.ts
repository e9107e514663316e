import { expect, it } from "vitest";
import { begin, byIndex, type Judge, lottery, must, play } from "../fixtures/play.ts";
import type { Battle, ScheduleState } from "../index.ts";
import { done, match, matches, next, progress, standings } from "../schedule.ts";

const options = { seeding: "listed" } as const;

/** Judges by index, except that entrant 1 beats entrant 0 in the given matches. */
function upsets(...ids: string[]): Judge {
  return (battle) => {
    const ranks = byIndex(battle);
    return ids.includes(battle.match) ? ranks.toReversed() : ranks;
  };
}

it("sends the losers down and lets the winner of the lower bracket challenge the unbeaten one", () => {
  const begun = begin("double-elimination", 4, { prompts: 1, options });
  expect(matches(begun).map(({ id }) => id)).toEqual([
    "r1.m1",
    "r1.m2",
    "r2.m1",
    "l1.m1",
    "l2.m1",
    "f1.m1",
    "f2.m1",
  ]);
  expect(match(begun, "r1.m1")).toMatchObject({ feeds: "r2.m1", loserFeeds: "l1.m1" });
  expect(match(begun, "l2.m1")?.places.map(({ from, role }) => [from, role])).toEqual([
    ["l1.m1", "winner"],
    ["r2.m1", "loser"],
  ]);
});

it("needs no second final when the unbeaten one wins the first", () => {
  const state = play(begin("double-elimination", 8, { prompts: 1, options }), byIndex);
  expect(match(state, "f2.m1")).toMatchObject({ status: "void", note: "not-needed" });
  expect(progress(state)).toEqual({ total: 14, decided: 14, forfeits: 0 });
  expect(standings(state).slice(0, 2)).toMatchObject([
    { entrant: 0, place: 1, titles: 1, losses: 0 },
    { entrant: 1, place: 2, losses: 2 },
  ]);
});

it("plays a second final when the challenger wins the first", () => {
  const state = play(begin("double-elimination", 4, { prompts: 1, options }), upsets("f1.m1"));
  expect(match(state, "f2.m1")).toMatchObject({ status: "decided", winners: [0] });
  expect(progress(state).total).toBe(7);
  const lost = play(begin("double-elimination", 4, { prompts: 1, options }), upsets("f1.m1", "f2.m1"));
  expect(standings(lost).slice(0, 2)).toMatchObject([
    { entrant: 1, place: 1, titles: 1 },
    { entrant: 0, place: 2 },
  ]);
});

it("does not show the second final's entrants before the first is over", () => {
  let state = begin("double-elimination", 2, { prompts: 1, options });
  const step = (ranks: number[]) => {
    const [battle] = next(state);
    if (!battle) throw new Error("no battle");
    state = must(state, battle, ranks);
    return battle.match;
  };
  expect(step([1, 2])).toBe("r1.m1");
  expect(match(state, "f2.m1")).toMatchObject({
    status: "awaiting",
    places: [{ entrant: null }, { entrant: null }],
  });
  expect(step([2, 1])).toBe("f1.m1");
  expect(match(state, "f2.m1")).toMatchObject({ status: "ready", places: [{ entrant: 0 }, { entrant: 1 }] });
});

it("takes two losses to go home, for every N from 2 to 40", () => {
  for (let entrants = 2; entrants <= 40; entrants++) {
    const lost = Array.from({ length: entrants }, () => 0);
    const judge: Judge = (battle: Battle) => {
      const ranks = battle.match.endsWith("m1") ? byIndex(battle).toReversed() : byIndex(battle);
      lost[battle.entrants[ranks.indexOf(2)] ?? -1] =
        (lost[battle.entrants[ranks.indexOf(2)] ?? -1] ?? 0) + 1;
      return ranks;
    };
    const state: ScheduleState = play(begin("double-elimination", entrants, { prompts: 1, options }), judge);
    const [champion] = standings(state);
    expect(done(state)).toBe(true);
    expect(lost.filter((losses) => losses === 2)).toHaveLength(entrants - 1);
    expect(lost[champion?.entrant ?? -1]).toBeLessThan(2);
    expect(standings(state).every(({ place }) => place !== null)).toBe(true);
  }
});

it.each([
  [8, 2],
  [16, 3],
  [32, 4],
  [64, 6],
])("keeps those of %i who have met apart for the first %i rounds of the lower bracket", (entrants, apart) => {
  const begun = begin("double-elimination", entrants, { prompts: 1, options });
  for (const seed of Array(20).keys()) {
    const met = matches(play(begun, lottery(`apart ${seed}`)))
      .filter(({ bracket, round }) => bracket === "main" || (bracket === "lower" && round <= apart))
      .map(({ places }) =>
        places
          .map(({ entrant }) => entrant)
          .sort()
          .join(),
      );
    expect(new Set(met).size).toBe(met.length);
  }
});
