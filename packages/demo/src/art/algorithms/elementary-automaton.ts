import { itemAt } from "../../item-at.ts";

/**
 * The next generation of an elementary cellular automaton on a ring (Wolfram, "Statistical mechanics of
 * cellular automata", Reviews of Modern Physics 55, 1983). `rule` is Wolfram's number, 0 to 255: its bit
 * 4 * left + 2 * here + right says what becomes of a cell.
 */
export function nextGeneration(row: readonly boolean[], rule: number): boolean[] {
  const size = row.length;
  const bit = (x: number) => (itemAt(row, (x + size) % size) ? 1 : 0);
  return row.map((_, x) => ((rule >> (4 * bit(x - 1) + 2 * bit(x) + bit(x + 1))) & 1) === 1);
}
