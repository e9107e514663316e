import { expect, it } from "vitest";
import { begin, byIndex, must, play } from "../fixtures/play.ts";
import { apply, match, matches, next, progress, standings, withdraw } from "../schedule.ts";
import { heatsPlan } from "./heats.ts";

it("takes ceil((N-1)/(K-1)) heats when one goes on, empty seats only in round 1, never a heat of one", () => {
  for (let k = 3; k <= 8; k++) {
    for (let entrants = k; entrants <= 150; entrants++) {
      const { matches: heats } = heatsPlan(entrants, k, 1);
      expect(heats).toHaveLength(Math.ceil((entrants - 1) / (k - 1)));
      for (const { round, sources } of heats) {
        expect(sources.length).toBeGreaterThanOrEqual(2);
        if (round > 1) expect(sources).toHaveLength(k);
      }
    }
  }
});

it.each([
  [4, 2],
  [6, 2],
  [6, 3],
  [8, 2],
  [8, 4],
])("fills every heat of %i after round 1 when %i go on, and seats everybody once", (k, advance) => {
  for (let entrants = k; entrants <= 150; entrants++) {
    const { matches: heats } = heatsPlan(entrants, k, advance);
    const sources = heats.flatMap((heat) => heat.sources);
    const seated = sources.filter(({ kind }) => kind === "seat");
    const fed = sources.filter(({ kind }) => kind === "match");
    expect(new Set(seated.map((source) => JSON.stringify(source))).size).toBe(entrants);
    expect(new Set(fed.map((source) => JSON.stringify(source))).size).toBe(fed.length);
    expect(fed).toHaveLength((heats.length - 1) * advance);
    for (const { round, sources: heat } of heats) {
      expect(heat.length).toBeGreaterThan(round > 1 ? k - 1 : advance);
      expect(heat.length).toBeLessThanOrEqual(k);
    }
  }
});

it("deals seeds in serpentine order and parts heat-mates in the next round", () => {
  const { matches: heats } = heatsPlan(16, 4, 2);
  const seats = heats
    .filter(({ round }) => round === 1)
    .map(({ sources }) => sources.map((s) => (s.kind === "seat" ? s.seat : -1)));
  expect(seats).toEqual([
    [0, 7, 8, 15],
    [1, 6, 9, 14],
    [2, 5, 10, 13],
    [3, 4, 11, 12],
  ]);
  const second = heats
    .filter(({ round }) => round === 2)
    .map(({ sources }) => sources.map((s) => (s.kind === "match" ? s.match : -1)));
  for (const fed of second) expect(new Set(fed).size).toBe(4);
});

it("keeps the full order of a heat and sends its best on", () => {
  const begun = begin("k-wise-elimination", 8, { prompts: 1, options: { k: 4, advance: 2 } });
  const [battle] = next(begun);
  if (!battle) throw new Error("no battle");
  const state = must(begun, battle, [3, 1, 4, 2]);
  const [a, b, c, d] = battle.entrants;
  expect(match(state, battle.match)).toMatchObject({
    status: "decided",
    ranks: [3, 1, 4, 2],
    winners: [b, d],
    note: null,
  });
  expect(a).not.toBe(c);
});

it("breaks a tie at the edge by the draw and says so; other ties need no breaking", () => {
  const begun = begin("k-wise-elimination", 4, { prompts: 1, options: { k: 4 } });
  const apart = apply(begun, { match: "p0.r1.m1", version: 1, game: 0, ranks: [2, 1, 2, 2] });
  const level = apply(begun, { match: "p0.r1.m1", version: 1, game: 0, ranks: [3, 3, 1, 1] });
  if (apart.kind === "late" || level.kind === "late") throw new Error("both count");
  const [, second, third] = match(begun, "p0.r1.m1")?.places ?? [];
  expect(match(apart.state, "p0.r1.m1")).toMatchObject({ note: null, winners: [second?.entrant] });
  expect(match(level.state, "p0.r1.m1")).toMatchObject({
    note: "tie-earlier-position",
    winners: [third?.entrant],
    ranks: [3, 3, 1, 1],
  });
});

it("shows only those who have an output and puts the others last", () => {
  const begun = begin("k-wise-elimination", 4, { prompts: 1, missing: [[2, 0]], options: { k: 4 } });
  const [battle] = next(begun);
  if (!battle) throw new Error("no battle");
  expect([...battle.entrants].sort()).toEqual([0, 1, 3]);
  const state = must(begun, battle, byIndex(battle));
  const places = match(state, battle.match)?.places.map(({ entrant }) => entrant) ?? [];
  expect(match(state, battle.match)?.ranks?.[places.indexOf(2)]).toBe(4);
  expect(standings(state).find(({ entrant }) => entrant === 2)).toMatchObject({ played: 0, losses: 0 });
});

it("holds the heats of one bracket over several prompts and adds up the ranks", () => {
  const options = { k: 3, scope: "field", games: 3, seeding: "listed" };
  const begun = begin("k-wise-elimination", 3, { options });
  expect(next(begun).map(({ game }) => game)).toEqual([0, 1, 2]);
  const verdicts = [
    [1, 2, 3],
    [3, 1, 2],
    [2, 1, 3],
  ];
  const state = play(begun, ({ game }) => verdicts[game] ?? []);
  expect(match(state, "r1.m1")).toMatchObject({ ranks: [2, 1, 3], winners: [1], games: 3, gamesNeeded: 3 });
  expect(progress(state)).toEqual({ total: 1, decided: 1, forfeits: 0 });
});

it("shows a heat anew, with those who are left, when somebody withdraws", () => {
  const begun = begin("k-wise-elimination", 4, { prompts: 1, options: { k: 4 } });
  const left = withdraw(begun, 3);
  if (left.kind === "late") throw new Error(left.reason);
  const [battle] = next(left.state);
  expect(battle).toMatchObject({ version: 2 });
  expect([...(battle?.entrants ?? [])].sort()).toEqual([0, 1, 2]);
  expect(matches(play(left.state, byIndex))[0]).toMatchObject({ status: "decided", winners: [0] });
});

it("ranks the field by the round and the position everybody went out at", () => {
  const options = { k: 3, scope: "field", seeding: "listed" };
  const state = play(begin("k-wise-elimination", 9, { options }), byIndex);
  expect(standings(state).map(({ entrant, place }) => [entrant, place])).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 4],
    [5, 4],
    [6, 7],
    [7, 7],
    [8, 7],
  ]);
});
