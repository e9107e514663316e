import { expect, it } from "vitest";
import { withSlot } from "./sparse-list.ts";

it("sets a slot of a copy and fills the gap with null", () => {
  const list = ["a"];
  expect(withSlot(list, 3, "d")).toEqual(["a", null, null, "d"]);
  expect(withSlot(list, 0, "b")).toEqual(["b"]);
  expect(list).toEqual(["a"]);
});
