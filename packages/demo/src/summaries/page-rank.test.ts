import { describe, expect, it } from "vitest";
import { pageRank } from "./page-rank.ts";

describe("pageRank", () => {
  it("ranks the middle of a path of three as worked out by hand", () => {
    // m = .05 + .85 * 2e and 2e + m = 1 give m = .9 / 1.85.
    const ranks = pageRank(
      [
        [0, 1, 0],
        [1, 0, 1],
        [0, 1, 0],
      ],
      0.85,
    );
    expect(ranks[1]).toBeCloseTo(0.9 / 1.85, 9);
    expect(ranks[0]).toBeCloseTo(ranks[2] ?? 0, 12);
  });

  it("loses no rank to a node without edges", () => {
    const ranks = pageRank(
      [
        [0, 1, 0],
        [1, 0, 0],
        [0, 0, 0],
      ],
      0.85,
    );
    expect(ranks.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });
});
