import type { Match } from "@agon/contract";
import { expect, it } from "vitest";
import { aMatch, aSeat } from "./match-fixture.ts";
import { cellHeight, size, treeLayout } from "./tree-layout.ts";

/** A full bracket of 2^depth entrants. */
function fullBracket(depth: number): Match[] {
  const matches: Match[] = [];
  for (let round = 1; round <= depth; round++)
    for (let position = 0; position < 2 ** (depth - round); position++)
      matches.push(
        aMatch(`${round}.${position}`, {
          round,
          position,
          feeds: round < depth ? `${round + 1}.${position >> 1}` : null,
          places: [0, 1].map((seat) =>
            round === 1
              ? aSeat(`m${position * 2 + seat}`)
              : aSeat(null, `${round - 1}.${position * 2 + seat}`),
          ),
        }),
      );
  return matches;
}

const middle = (layout: ReturnType<typeof treeLayout>, id: string): number => {
  const cell = layout.cells.find(({ match }) => match.id === id);
  return cell ? cell.y + cellHeight(cell.match.places.length) / 2 : Number.NaN;
};

it("puts a match in the middle of the two that lead to it", () => {
  const layout = treeLayout(fullBracket(3));
  expect(middle(layout, "2.0")).toBeCloseTo((middle(layout, "1.0") + middle(layout, "1.1")) / 2, 0);
  expect(middle(layout, "3.0")).toBeCloseTo((middle(layout, "2.0") + middle(layout, "2.1")) / 2, 0);
});

it.each([2, 3, 4, 6])("never lets two cells of a column overlap, with 2^%i entrants", (depth) => {
  const layout = treeLayout(fullBracket(depth));
  for (const column of Map.groupBy(layout.cells, (cell) => cell.column).values()) {
    const tops = column.map((cell) => cell.y).sort((a, b) => a - b);
    for (let i = 1; i < tops.length; i++)
      expect((tops[i] ?? 0) - (tops[i - 1] ?? 0)).toBeGreaterThanOrEqual(cellHeight(2) + size.cellGap - 1);
  }
});

it("has one connector for every match but the final", () => {
  const layout = treeLayout(fullBracket(4));
  expect(layout.connectors).toHaveLength(14);
  expect(new Set(layout.connectors.map((line) => line.from)).size).toBe(14);
});

it("draws three entrants: one waits in the final for the winner of the others", () => {
  const layout = treeLayout([
    aMatch("semi", { feeds: "final", places: [aSeat("b"), aSeat("c")] }),
    aMatch("final", { round: 2, places: [aSeat("a"), aSeat(null, "semi")] }),
  ]);
  expect(layout.connectors).toHaveLength(1);
  const final = layout.cells.find(({ match }) => match.id === "final");
  const endY = Number(layout.connectors[0]?.path.match(/V([\d.]+)H/)?.[1]);
  expect(endY).toBe((final?.y ?? 0) + size.headHeight + 1.5 * size.seatHeight);
});

it("draws heats of four that send two into one heat", () => {
  const heat = (id: string, position: number) =>
    aMatch(id, { position, feeds: "final", places: ["a", "b", "c", "d"].map((slug) => aSeat(slug + id)) });
  const layout = treeLayout([
    heat("x", 0),
    heat("y", 1),
    aMatch("final", {
      round: 2,
      places: [aSeat(null, "x"), aSeat(null, "x"), aSeat(null, "y"), aSeat(null, "y")],
    }),
  ]);
  expect(layout.connectors).toHaveLength(4);
  expect(layout.height).toBe(2 * cellHeight(4) + size.cellGap);
});

it("has nothing to draw without matches", () => {
  expect(treeLayout([])).toMatchObject({ cells: [], connectors: [], height: 0 });
});
