import { expect, it } from "vitest";
import { bestOf, certainGames, endNote, isOver, type SeriesRule } from "./series.ts";

const long: SeriesRule = { bestOf: 99, prompts: 100, earlyStop: true };

it("keeps one prompt to break a tie unless the number is odd", () => {
  expect([1, 2, 3, 4, 100].map((prompts) => bestOf(null, prompts))).toEqual([1, 1, 3, 3, 99]);
  expect(bestOf(5, 3)).toBe(3);
});

it("stops early from nine prompts on when the lead is at least 2.2 sqrt(n)", () => {
  expect(isOver(long, 8, 8)).toBe(false);
  expect([6, 7, -7].map((lead) => isOver(long, 9, lead))).toEqual([false, true, true]);
  expect([10, 11].map((lead) => isOver(long, 25, lead))).toEqual([false, true]);
  expect(isOver({ ...long, earlyStop: false }, 25, 11)).toBe(false);
});

it("stops when the result can no longer change", () => {
  const five = { bestOf: 5, prompts: 9, earlyStop: true };
  expect([2, 3].map((games) => isOver(five, games, games))).toEqual([false, true]);
  expect(isOver(five, 4, 1)).toBe(false);
});

it("goes on after a level series while there is another prompt", () => {
  const three = { bestOf: 3, prompts: 5, earlyStop: true };
  expect(isOver(three, 3, 0)).toBe(false);
  expect(isOver(three, 4, 0)).toBe(false);
  expect(isOver(three, 4, -1)).toBe(true);
  expect(isOver(three, 5, 0)).toBe(true);
  expect(endNote(three, 4, -1)).toBe("extra-prompt");
});

it("asks at once for the games that are needed whatever happens", () => {
  expect(certainGames(long, 0, 0)).toBe(9);
  expect(certainGames({ bestOf: 5, prompts: 5, earlyStop: true }, 0, 0)).toBe(3);
  expect(certainGames({ bestOf: 5, prompts: 5, earlyStop: true }, 2, 0)).toBe(4);
  expect(certainGames({ bestOf: 3, prompts: 5, earlyStop: true }, 3, 0)).toBe(4);
});

it("never takes back a game it asked for", () => {
  for (let games = 0; games < 99; games++) {
    for (let lead = -games; lead <= games; lead += 1) {
      if (isOver(long, games, lead)) continue;
      const asked = certainGames(long, games, lead);
      for (const change of [-1, 0, 1]) {
        if (!isOver(long, games + 1, lead + change)) {
          expect(certainGames(long, games + 1, lead + change)).toBeGreaterThanOrEqual(asked);
        }
      }
    }
  }
});
