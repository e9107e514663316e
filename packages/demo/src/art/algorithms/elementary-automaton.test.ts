import { describe, expect, it } from "vitest";
import { nextGeneration } from "./elementary-automaton.ts";

function run(start: string, rule: number, generations: number): string[] {
  let row = [...start].map((cell) => cell === "#");
  return Array.from({ length: generations }, () => {
    row = nextGeneration(row, rule);
    return row.map((alive) => (alive ? "#" : ".")).join("");
  });
}

describe("nextGeneration", () => {
  it("draws Pascal's triangle modulo 2 under rule 90", () => {
    expect(run("....#....", 90, 4)).toEqual(["...#.#...", "..#...#..", ".#.#.#.#.", "#.......#"]);
  });

  it("begins rule 30 as Wolfram prints it", () => {
    expect(run("....#....", 30, 3)).toEqual(["...###...", "..##..#..", ".##.####."]);
  });

  it("joins the ends of the row", () => {
    expect(run("#....", 90, 1)).toEqual([".#..#"]);
  });
});
