import { expect, it } from "vitest";
import { begin, byIndex, type Judge, must, play } from "../fixtures/play.ts";
import type { Battle, ScheduleState } from "../index.ts";
import { done, match, matches, next, nextSome, progress, standings } from "../schedule.ts";

const inOrder = { seeding: "listed" } as const;

function playMatch(begun: ScheduleState, id: string, judge: Judge): ScheduleState {
  let state = begun;
  for (;;) {
    const battle = next(state).find((ready) => ready.match === id);
    if (!battle) return state;
    state = must(state, battle, judge(battle));
  }
}

it("seeds eight so that the first two can only meet in the final", () => {
  const state = begin("series", 8, { options: inOrder });
  const first = matches(state).filter(({ round }) => round === 1);
  expect(first.map(({ places }) => places.map(({ seed }) => seed))).toEqual([
    [1, 8],
    [4, 5],
    [2, 7],
    [3, 6],
  ]);
});

it("decides N-1 matches for every N from 2 to 64, and gives the byes to the top seeds", () => {
  for (let entrants = 2; entrants <= 64; entrants++) {
    const begun = begin("series", entrants, { prompts: 1, options: inOrder });
    const byes = matches(begun).filter(({ status }) => status === "bye");
    const size = 2 ** Math.ceil(Math.log2(entrants));
    expect(byes.flatMap(({ winners }) => winners).sort((a, b) => a - b)).toEqual([
      ...Array(size - entrants).keys(),
    ]);
    const state = play(begun, byIndex);
    expect(progress(state)).toEqual({ total: entrants - 1, decided: entrants - 1, forfeits: 0 });
    expect(standings(state)[0]).toMatchObject({ entrant: 0, place: 1, titles: 1 });
  }
});

it("asks for the nine certain games of a long series at once and stops at a clear lead", () => {
  const begun = begin("series", 2, { prompts: 100, options: inOrder });
  expect(next(begun).map(({ game }) => game)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  const state = play(begun, byIndex);
  expect(match(state, "r1.m1")).toMatchObject({
    status: "decided",
    games: 9,
    score: [9, 0],
    note: "clear-lead",
  });
});

it("plays each prompt of a series once", () => {
  const begun = begin("series", 2, { prompts: 12, options: { ...inOrder, earlyStop: false } });
  const prompts: number[] = [];
  const state = play(
    begun,
    () => [1, 1],
    (battle: Battle) => prompts.push(battle.prompt),
  );
  expect(prompts.sort((a, b) => a - b)).toEqual([...Array(12).keys()]);
  expect(match(state, "r1.m1")).toMatchObject({
    ranks: [1, 1],
    winners: [0],
    note: "tie-higher-seed",
    score: [0, 0],
  });
});

it("plays another prompt when a series ends level", () => {
  const begun = begin("series", 2, { prompts: 4, options: { ...inOrder, bestOf: 2 } });
  const verdicts = [
    [1, 2],
    [2, 1],
    [2, 1],
  ];
  const state = play(begun, ({ game }) => verdicts[game] ?? []);
  expect(match(state, "r1.m1")).toMatchObject({
    score: [1, 2],
    winners: [1],
    note: "extra-prompt",
    gamesNeeded: 2,
  });
});

it("counts games in their order, whatever the order they arrive in", () => {
  const begun = begin("series", 2, { prompts: 5, options: inOrder });
  const [a, b, c] = next(begun);
  if (!a || !b || !c) throw new Error("three games are certain");
  const waiting = must(must(begun, c, [2, 1]), b, [1, 2]);
  expect(match(waiting, "r1.m1")).toMatchObject({ status: "ready", games: 2, score: [0, 0] });
  expect(match(must(waiting, a, [1, 2]), "r1.m1")).toMatchObject({
    status: "ready",
    games: 3,
    score: [2, 1],
  });
});

it("counts a prompt only one of the two has answered as a lost game without a battle", () => {
  const missing = [0, 1, 2, 3].map((prompt) => [1, prompt] as const);
  const begun = begin("series", 2, { prompts: 5, missing, options: inOrder });
  const state = play(begun, () => [2, 1]);
  expect(match(state, "r1.m1")).toMatchObject({ winners: [0], games: expect.any(Number) });
  const none = begin("series", 2, { prompts: 4, missing, options: inOrder });
  expect(done(none)).toBe(true);
  expect(match(none, "r1.m1")).toMatchObject({
    status: "forfeit",
    winners: [0],
    note: "missing-output",
    games: 0,
  });
});

it("leaves out prompts neither has answered", () => {
  const missing = [
    [0, 0],
    [1, 0],
  ] as const;
  const begun = begin("series", 2, { prompts: 3, missing, options: { ...inOrder, bestOf: 3 } });
  const prompts: number[] = [];
  play(
    begun,
    () => [1, 1],
    ({ prompt }) => prompts.push(prompt),
  );
  expect(prompts.sort()).toEqual([1, 2]);
});

it("plays for the third place between the losers of the semi-finals", () => {
  const state = play(begin("series", 6, { options: { ...inOrder, thirdPlace: true } }), byIndex);
  expect(match(state, "t1.m1")).toMatchObject({ bracket: "third", status: "decided", winners: [2] });
  expect(match(state, "r2.m1")).toMatchObject({ feeds: "r3.m1", loserFeeds: "t1.m1" });
  expect(match(state, "t1.m1")?.places[0]).toMatchObject({ from: "r2.m1", role: "loser" });
  expect(standings(state).map(({ entrant, place }) => [entrant, place])).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 5],
    [5, 5],
  ]);
  expect(progress(state).total).toBe(6);
});

it("needs no third-place match when only two or three take part", () => {
  expect(progress(play(begin("series", 2, { options: { thirdPlace: true } }), byIndex)).total).toBe(1);
  const three = play(begin("series", 3, { options: { thirdPlace: true } }), byIndex);
  expect(progress(three).total).toBe(2);
  expect(standings(three).map(({ place }) => place)).toEqual([1, 2, 3]);
});

it("keeps places open while entrants play on", () => {
  const begun = begin("series", 4, { prompts: 1, options: inOrder });
  const state = playMatch(begun, "r1.m1", byIndex);
  expect(standings(state).map(({ entrant, place }) => [entrant, place])).toEqual([
    [3, 4],
    [0, null],
    [1, null],
    [2, null],
  ]);
  expect(nextSome(state, 9).map(({ match: id }) => id)).toEqual(["r1.m2"]);
});
