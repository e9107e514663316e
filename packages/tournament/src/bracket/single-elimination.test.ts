import { expect, it } from "vitest";
import { begin, byIndex, must, play } from "../fixtures/play.ts";
import { apply, done, match, matches, next, nextSome, progress, rounds, standings } from "../schedule.ts";

it("plays exactly N-1 matches a prompt: 1,500 for 16 models and 100 prompts", () => {
  const begun = begin("single-elimination", 16, { prompts: 100 });
  let battles = 0;
  const state = play(begun, byIndex, () => battles++);
  expect(battles).toBe(1500);
  expect(progress(state)).toEqual({ total: 1500, decided: 1500, forfeits: 0, matchesPerGroup: 15 });
  expect(done(state)).toBe(true);
  expect(standings(state)[0]).toMatchObject({ entrant: 0, place: 1, titles: 100, wins: 400, losses: 0 });
});

it("draws every prompt by itself and publishes the draw", () => {
  const state = begin("single-elimination", 16, { prompts: 2 });
  if (state.format !== "single-elimination") throw new Error("not a bracket");
  const [first, second] = state.groups.map(({ seats }) => seats);
  expect(first).not.toEqual(second);
  expect([...(first ?? [])].sort((a, b) => a - b)).toEqual([...Array(16).keys()]);
  expect(match(state, "p0.r1.m1")?.places.map(({ entrant, seed }) => [entrant, seed])).toEqual([
    [first?.[0], 1],
    [first?.[1], 2],
  ]);
});

it("keeps a tie a tie and lets the earlier position of the draw go on", () => {
  const begun = begin("single-elimination", 4, { prompts: 1 });
  const [battle] = next(begun);
  if (!battle) throw new Error("no battle");
  const state = must(begun, battle, [2, 2]);
  expect(match(state, battle.match)).toMatchObject({
    status: "decided",
    ranks: [1, 1],
    winners: [battle.entrants[0]],
    note: "tie-earlier-position",
    feeds: "p0.r2.m1",
  });
  expect(match(state, "p0.r2.m1")).toMatchObject({
    status: "awaiting",
    places: [
      { entrant: battle.entrants[0], from: "p0.r1.m1", role: "winner" },
      { entrant: null, seed: null, from: "p0.r1.m2", role: "winner" },
    ],
  });
});

it("decides without a battle where an output is missing and counts it as a forfeit", () => {
  const begun = begin("single-elimination", 4, { prompts: 2, missing: [[2, 1]] });
  expect(progress(begun)).toEqual({ total: 6, decided: 1, forfeits: 1, matchesPerGroup: 3 });
  const forfeit = matches(begun).find(({ status }) => status === "forfeit");
  expect(forfeit).toMatchObject({ group: 1, note: "missing-output", games: 0 });
  expect(forfeit?.winners).not.toContain(2);
  const shown: number[] = [];
  const state = play(begun, byIndex, ({ prompt, entrants }) => prompt === 1 && shown.push(...entrants));
  expect(shown).not.toContain(2);
  expect(progress(state)).toMatchObject({ decided: 6, forfeits: 1 });
});

it("sends the earlier position on where both outputs are missing", () => {
  const missing = [0, 1, 2].map((entrant) => [entrant, 0] as const);
  const state = begin("single-elimination", 3, { prompts: 1, missing });
  expect(done(state)).toBe(true);
  expect(progress(state)).toMatchObject({ total: 2, decided: 2, forfeits: 2 });
  expect(next(state)).toEqual([]);
});

it("answers what it cannot count as late and leaves the state alone", () => {
  const state = begin("single-elimination", 4, { prompts: 1 });
  const [battle] = next(state);
  if (!battle) throw new Error("no battle");
  const { match: id, version, game } = battle;
  const reason = (outcome: object) => {
    const applied = apply(state, { match: id, version, game, ranks: [1, 2], ...outcome });
    return applied.kind === "late" ? applied.reason : applied.kind;
  };
  expect(reason({ match: "p9.r1.m1" })).toBe("unknown-match");
  expect(reason({ match: "p00.r1.m1" })).toBe("unknown-match");
  expect(reason({ match: "r1.m1" })).toBe("unknown-match");
  expect(reason({ match: "p0.r2.m1" })).toBe("not-ready");
  expect(reason({ version: 2 })).toBe("old-version");
  expect(reason({ game: 1 })).toBe("not-ready");
  expect(reason({ game: -1 })).toBe("not-ready");
  expect(reason({ ranks: [1, 2, 3] })).toBe("bad-ranks");
  expect(reason({ ranks: [1, Number.NaN] })).toBe("bad-ranks");
  const decided = must(state, battle, [1, 2]);
  expect(apply(decided, { match: id, version, game, ranks: [2, 1] })).toEqual({
    kind: "late",
    reason: "already-decided",
  });
});

it("names the matches whose view changed, the next one included", () => {
  const state = begin("single-elimination", 4, { prompts: 1 });
  const applied = apply(state, { match: "p0.r1.m2", version: 1, game: 0, ranks: [2, 1] });
  expect(applied.kind === "applied" && applied.changed).toEqual(["p0.r1.m2", "p0.r2.m1"]);
});

it("shares the brackets of other prompts between states", () => {
  const state = begin("single-elimination", 8, { prompts: 3 });
  const [battle] = next(state);
  if (!battle || state.format !== "single-elimination") throw new Error("no battle");
  const later = must(state, battle, [1, 2]);
  if (later.format !== "single-elimination") throw new Error("not a bracket");
  expect(later.groups[0]).not.toBe(state.groups[0]);
  expect(later.groups[1]).toBe(state.groups[1]);
});

it("lists rounds of one prompt or of all", () => {
  const state = begin("single-elimination", 5, { prompts: 2 });
  expect(rounds(state, 1)).toEqual([
    { bracket: "main", round: 1, matches: ["p1.r1.m4"] },
    { bracket: "main", round: 2, matches: ["p1.r2.m1", "p1.r2.m2"] },
    { bracket: "main", round: 3, matches: ["p1.r3.m1"] },
  ]);
  expect(rounds(state)[2]?.matches).toEqual(["p0.r3.m1", "p1.r3.m1"]);
  expect(nextSome(state, 3)).toHaveLength(3);
  expect(nextSome(state, 0)).toHaveLength(0);
});
