import { expect, it } from "vitest";
import { begin, byIndex, must, play } from "../fixtures/play.ts";
import type { Battle } from "../index.ts";
import { correct, done, match, next, progress, standings, withdraw } from "../schedule.ts";
import { swissBatches } from "./swiss.ts";

it("opens with a fifth of the prompts and spreads the others over ten refits", () => {
  const batches = swissBatches(100, { format: "swiss", opening: 0.2, refits: 10 }, "draw");
  expect(batches.map(({ length }) => length)).toEqual([20, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8]);
  expect(batches.flat().sort((a, b) => a - b)).toEqual([...Array(100).keys()]);
});

it("makes do with few prompts", () => {
  const sizes = (prompts: number) =>
    swissBatches(prompts, { format: "swiss", opening: 0.2, refits: 10 }, 1).map(({ length }) => length);
  expect(sizes(1)).toEqual([1]);
  expect(sizes(3)).toEqual([1, 1, 1]);
  expect(swissBatches(5, { format: "swiss", opening: 0.2, refits: 0 }, 1)).toHaveLength(1);
});

it("plays N-1 battles a prompt that link everybody, whatever the prompt", () => {
  const battles: Battle[] = [];
  const begun = begin("swiss", 9, { prompts: 12 });
  expect(progress(begun)).toMatchObject({ total: 96, decided: 0 });
  const state = play(begun, byIndex, (battle) => battles.push(battle));
  expect(progress(state)).toEqual({ total: 96, decided: 96, forfeits: 0 });
  for (let prompt = 0; prompt < 12; prompt++) {
    const pairs = battles.filter((battle) => battle.prompt === prompt).map(({ entrants }) => entrants);
    expect(pairs).toHaveLength(8);
    pairs.slice(1).forEach((pair, index) => {
      expect(pair[0]).toBe(pairs[index]?.[1]);
    });
  }
});

it("ranks everybody and, once it knows them, lets neighbours meet", () => {
  const battles: Battle[] = [];
  const state = play(begin("swiss", 8, { prompts: 40 }), byIndex, (battle) => battles.push(battle));
  expect(standings(state).map(({ entrant, place }) => [entrant, place])).toEqual(
    Array.from({ length: 8 }, (_, index) => [index, index + 1]),
  );
  const last = battles.slice(-7).map(({ entrants }) => entrants);
  expect(last).toEqual(Array.from({ length: 7 }, (_, index) => [index, index + 1]));
});

it("has all battles of a batch ready at once and the next batch when they are judged", () => {
  let state = begin("swiss", 5, { prompts: 10, options: { opening: 0.3, refits: 7 } });
  const first = next(state);
  expect(first).toHaveLength(12);
  for (const battle of first.toReversed()) state = must(state, battle, byIndex(battle));
  const second = next(state);
  expect(second).toHaveLength(4);
  expect(second.every(({ match: id }) => id.includes(".b2."))).toBe(true);
});

it("pairs only those who have an output and have not withdrawn", () => {
  const begun = begin("swiss", 5, {
    prompts: 8,
    missing: [
      [1, 0],
      [1, 1],
    ],
  });
  expect(progress(begun).total).toBe(30);
  const left = withdraw(begun, 4);
  if (left.kind === "late") throw new Error(left.reason);
  const state = play(left.state, byIndex, ({ entrants, prompt }) => {
    expect(entrants).not.toContain(4);
    if (prompt < 2) expect(entrants).not.toContain(1);
  });
  expect(done(state)).toBe(true);
});

it("ends when everybody has withdrawn", () => {
  let state = begin("swiss", 3, { prompts: 6 });
  for (const entrant of [0, 1, 2]) {
    const left = withdraw(state, entrant);
    if (left.kind === "late") throw new Error(left.reason);
    state = left.state;
  }
  expect(done(state)).toBe(true);
});

it("keeps the pairings on record when an earlier verdict is corrected", () => {
  const state = play(begin("swiss", 4, { prompts: 6 }), byIndex);
  const id = next(begin("swiss", 4, { prompts: 6 }))[0]?.match ?? "";
  const corrected = correct(state, id, { kind: "ranks", ranks: [1, 1] });
  if (corrected.kind === "late") throw new Error(corrected.reason);
  expect(corrected.changed).toEqual([id]);
  expect(match(corrected.state, id)).toMatchObject({ ranks: [1, 1], version: 2, note: "corrected" });
  expect(done(corrected.state)).toBe(true);
});
