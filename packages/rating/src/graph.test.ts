import { describe, expect, it } from "vitest";
import { connectionOf } from "./graph.ts";

describe("connectionOf", () => {
  it.each([
    ["no node", [], "strong"],
    ["one node", [[]], "strong"],
    ["a cycle", [[1], [2], [0]], "strong"],
    ["a chain", [[1], [2], []], "weak"],
    ["a node that only loses", [[1, 2], [0, 2], []], "weak"],
    ["two islands", [[1], [0], [3], [2]], "none"],
    ["a node alone", [[1], [0], []], "none"],
  ])("calls %s by its name", (_, edges, connection) => {
    expect(connectionOf(edges)).toBe(connection);
  });
});
