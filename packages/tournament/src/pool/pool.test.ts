import { expect, it } from "vitest";
import { begin, byIndex, must, play } from "../fixtures/play.ts";
import {
  apply,
  correct,
  done,
  match,
  matches,
  next,
  progress,
  rounds,
  standings,
  withdraw,
} from "../schedule.ts";
import { circlePairs, circleRounds } from "./pairs.ts";

it("lets everybody meet everybody once, nobody twice in a round", () => {
  for (let entrants = 2; entrants <= 33; entrants++) {
    const seats = Array.from({ length: entrants }, (_, index) => index);
    const met = new Set<string>();
    for (let round = 0; round < circleRounds(entrants); round++) {
      const pairs = circlePairs(seats, round);
      expect(new Set(pairs.flat()).size).toBe(2 * Math.floor(entrants / 2));
      for (const pair of pairs) met.add([...pair].sort((a, b) => a - b).join());
    }
    expect(met.size).toBe((entrants * (entrants - 1)) / 2);
  }
});

it("plays every pair on every prompt", () => {
  const state = play(begin("round-robin", 7, { prompts: 2 }), byIndex);
  expect(progress(state)).toEqual({ total: 42, decided: 42, forfeits: 0, matchesPerGroup: 21 });
  expect(rounds(state, 1).map(({ matches: ids }) => ids.length)).toEqual([3, 3, 3, 3, 3, 3, 3]);
  expect(standings(state).map(({ entrant, place }) => [entrant, place])).toEqual(
    Array.from({ length: 7 }, (_, index) => [index, index + 1]),
  );
});

it("plays everybody against the anchors, and the anchors against each other once", () => {
  const battles: string[] = [];
  const begun = begin("anchored", 6, { prompts: 1, options: { anchors: [4, 1] } });
  const state = play(begun, byIndex, ({ entrants }) => battles.push([...entrants].sort().join()));
  expect(battles.sort()).toEqual(["0,1", "0,4", "1,2", "1,3", "1,4", "1,5", "2,4", "3,4", "4,5"]);
  expect(done(state)).toBe(true);
});

it("counts a pairing with a missing output as a forfeit that rates nobody", () => {
  const begun = begin("round-robin", 4, { prompts: 2, missing: [[0, 1]] });
  expect(progress(begun)).toMatchObject({ total: 12, decided: 3, forfeits: 3 });
  const state = play(begun, byIndex);
  expect(standings(state)[0]).toMatchObject({ entrant: 0, played: 3, wins: 3 });
  expect(matches(state).filter(({ status }) => status === "forfeit")).toHaveLength(3);
});

it("turns the open pairings of whoever withdraws into forfeits; the played ones stand", () => {
  const begun = begin("round-robin", 4, { prompts: 1 });
  const [battle] = next(begun);
  const quitter = battle?.entrants[0] ?? -1;
  if (!battle) throw new Error("no battle");
  const left = withdraw(must(begun, battle, [1, 2]), quitter);
  if (left.kind === "late") throw new Error(left.reason);
  expect(left.changed).toHaveLength(2);
  expect(match(left.state, battle.match)).toMatchObject({ status: "decided" });
  expect(next(left.state)).toHaveLength(3);
  expect(match(left.state, left.changed[0] ?? "")).toMatchObject({
    status: "forfeit",
    note: "withdrawn",
    version: 2,
  });
  expect(progress(play(left.state, byIndex))).toMatchObject({ total: 6, decided: 6, forfeits: 2 });
});

it("opens a voided pairing alone, and under a new version", () => {
  const state = play(begin("round-robin", 4, { prompts: 1 }), byIndex);
  const voided = correct(state, "p0.b2.m1", { kind: "void" });
  if (voided.kind === "late") throw new Error(voided.reason);
  expect(voided.changed).toEqual(["p0.b2.m1"]);
  expect(next(voided.state)).toMatchObject([{ match: "p0.b2.m1", version: 2 }]);
  expect(apply(voided.state, { match: "p0.b2.m1", version: 1, game: 0, ranks: [1, 2] })).toEqual({
    kind: "late",
    reason: "old-version",
  });
});

it.each([
  [{ match: "p0.b9.m1" }, "unknown-match"],
  [{ match: "p0.b1.m01" }, "unknown-match"],
  [{ match: "p0.b1.m3" }, "unknown-match"],
  [{ game: 1 }, "unknown-match"],
  [{ version: 3 }, "old-version"],
  [{ ranks: [1] }, "bad-ranks"],
])("answers %j as late", (change, reason) => {
  const state = begin("round-robin", 4, { prompts: 1 });
  const outcome = { match: "p0.b1.m1", version: 1, game: 0, ranks: [1, 2], ...change };
  expect(apply(state, outcome)).toEqual({ kind: "late", reason });
});
