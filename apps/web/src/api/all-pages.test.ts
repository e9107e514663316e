import { expect, it } from "vitest";
import { allPages } from "./all-pages.ts";

it("follows the cursor to the end of a list", async () => {
  const pages = [
    { data: [1, 2], next_cursor: "x" },
    { data: [3], next_cursor: null },
  ];
  const asked: unknown[] = [];
  const items = await allPages<number>(async (query) => {
    asked.push(query);
    return pages[asked.length - 1] ?? { data: [], next_cursor: null };
  });
  expect(items).toEqual([1, 2, 3]);
  expect(asked).toEqual([{}, { cursor: "x" }]);
});
