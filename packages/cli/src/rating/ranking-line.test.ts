import fc from "fast-check";
import { expect, test } from "vitest";
import { rankingLine } from "./ranking-line.ts";
import { voteOf } from "./vote-fields.ts";

const choice = { cluster: null };

const name = fc.oneof(
  fc.constantFrom("a", "b", "c,]", "[d", "é", "}", "x y", 'q"', "back\\slash", ""),
  fc.string(),
);
const ranking = fc.array(fc.array(name, { maxLength: 3 }), { maxLength: 4 });
const spaced = (text: string): string => text.replaceAll('],["', '], ["').replace('":', '": ');

test("a line is read as the longer way reads it, or left to that", () => {
  fc.assert(
    fc.property(ranking, fc.boolean(), (places, spaces) => {
      const line = JSON.stringify({ ranking: places });
      const read = rankingLine(spaces ? spaced(line) : line);
      if (read === null) return;
      const { models, ranks, firstOnly, cluster } = read;
      expect({ models, ranks, firstOnly, cluster }).toEqual(voteOf(JSON.parse(line), choice));
    }),
    { seed: 7, numRuns: 2_000 },
  );
});

test.each([
  ['{"ranking":[["a"],["b"]]}', ["a", "b"], [1, 2]],
  ['{"ranking": [["a"], ["b", "c"]]}', ["a", "b", "c"], [1, 2, 2]],
  ['{"ranking":[["a","b"],["c"]]}  ', ["a", "b", "c"], [1, 1, 2]],
])("%s is read off the line", (line, models, ranks) => {
  expect(rankingLine(line)).toMatchObject({ models, ranks });
});

test.each([
  '{"ranking":[["a"],["b"]],"stages":1}',
  '{"ranking":[["a"],["a"]]}',
  '{"ranking":[["a"]]}',
  '{"ranking":[["a"],[]]}',
  '{"ranking":[["a"],["b"]]',
  '{"ranking":[["a"],["b"]]}]',
  '{"ranking":[["a"],["b]]}',
  '{"ranking":[["a"],[1]]}',
  '{"ranking":[["a\\u0062"],["b"]]}',
  '{"stages":1,"ranking":[["a"],["b"]]}',
  "{}",
  "",
])("%s is left to the longer way", (line) => {
  expect(rankingLine(line)).toBeNull();
});
