import { expect, test } from "vitest";
import { bracketTree } from "./bracket.ts";
import { bracketText } from "./bracket-text.ts";
import { byId, madeMatch } from "./made-match.ts";

const five = byId(
  madeMatch({ id: "m1", places: ["ant", "bee"], winner: "bee", feeds: "m3" }),
  madeMatch({ id: "m2", places: ["cat", "dog"], feeds: "m4" }),
  madeMatch({
    id: "m3",
    round: 2,
    places: ["emu", { from: "m1", model: "bee" }],
    winner: "emu",
    feeds: "m4",
  }),
  madeMatch({ id: "m4", round: 3, places: [{ from: "m3", model: "emu" }, { from: "m2" }] }),
);

const draw = (columns: number, rows: number) => {
  const tree = bracketTree(five);
  return tree === null ? [] : bracketText(tree, { columns, rows });
};

test("a bracket grows from left to right, with the winners on their way", () => {
  expect(draw(60, 20)).toEqual(
    [
      "               emu         ┐",
      "                           ├ emu         ┐",
      "ant         ┐              │             │",
      "            ├ bee          ┘             │",
      "bee         ┘                            ├ ◌",
      "                                         │",
      "               cat         ┐             │",
      "                           ├ ◌           ┘",
      "               dog         ┘",
    ].map((line) => expect.stringMatching(pattern(line))),
  );
});

/** The same marks in the same order; the exact columns are the layout's business. */
function pattern(line: string): RegExp {
  const marks = line
    .trim()
    .split(/\s+/)
    .map((mark) => mark.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^\\s*${marks.join("\\s+")}$`);
}

test("what does not fit is left out from the first rounds on", () => {
  expect(draw(60, 3).join("\n")).not.toContain("ant");
  expect(draw(60, 3)).toHaveLength(3);
  expect(draw(30, 40).every((line) => line.length <= 30)).toBe(true);
});

test("matches without a single final form no tree", () => {
  expect(
    bracketTree(byId(madeMatch({ id: "a", places: ["x", "y"] }), madeMatch({ id: "b", places: ["x", "z"] }))),
  ).toBeNull();
  expect(bracketTree(new Map())).toBeNull();
});

test("a heat joins all its places", () => {
  const tree = bracketTree(byId(madeMatch({ id: "h", places: ["a", "b", "c", "d"], winner: "c" })));
  expect(tree === null ? [] : bracketText(tree, { columns: 60, rows: 20 })).toHaveLength(7);
});
