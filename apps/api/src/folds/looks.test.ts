import type { VerdictEvent } from "@agon/arena";
import { expect, test } from "vitest";
import { codeOfLooks, looksOfCode } from "./looks.ts";

const verdict = (looks: VerdictEvent["looks"], kind: "llm" | "panel" = "llm"): VerdictEvent => ({
  type: "verdict",
  criterion: "overall",
  judge: { kind, id: "g" },
  models: [7, 3],
  prompt: 0,
  ranks: [1, 2],
  ...(looks === undefined ? {} : { looks }),
});
const look = (order: number[], ranks: number[] | null) => ({ judge: "g", order, ranks, choice: null });
const told = (event: VerdictEvent) => looksOfCode(codeOfLooks(event));

test("answers in both orders are told by model, whichever slot it stood in", () => {
  expect(told(verdict([look([0, 1], [1, 2]), look([1, 0], [1, 2])]))).toEqual({ inOrder: "a", swapped: "b" });
  expect(told(verdict([look([1, 0], [2, 1]), look([0, 1], [1, 1])]))).toEqual({
    inOrder: "tie",
    swapped: "a",
  });
});

test("an order that was not asked for, or not answered, has no winner", () => {
  expect(told(verdict([look([1, 0], [1, 2])]))).toEqual({ inOrder: null, swapped: "b" });
  expect(told(verdict([look([0, 1], null), look([1, 0], [1, 2])]))).toEqual({ inOrder: null, swapped: "b" });
});

test("votes without answers and panels have no looks", () => {
  expect(told(verdict(undefined))).toBeNull();
  expect(told(verdict([look([0, 1], [1, 2])], "panel"))).toBeNull();
});
