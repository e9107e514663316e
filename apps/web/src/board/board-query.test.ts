import { expect, it } from "vitest";
import { boardQuery, downloadPath } from "./board-query.ts";

it("keeps the filters that are set and nothing else", () => {
  expect(boardQuery({ judges: "human", category: "", view: "matrix", method: ["a", "b"] })).toEqual({
    judges: "human",
  });
});

it("downloads exactly what is shown", () => {
  expect(downloadPath("llm", { category: "how to", judges: "rule" }, "csv")).toBe(
    "/v1/arenas/llm/leaderboard?category=how+to&judges=rule&format=csv",
  );
});
