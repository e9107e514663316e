import { ApiError } from "@agon/contract/client";
import { expect, it } from "vitest";
import { isUndelivered, spentReason, stopReason } from "./failures.ts";

const problem = (status: number, code: string, after: number | null = null) =>
  new ApiError(status, { code } as never, after);

it("sends a vote again when there was no answer or it was not acknowledged", () => {
  expect(isUndelivered(new TypeError("Failed to fetch"))).toBe(true);
  expect(isUndelivered(problem(503, "unavailable"))).toBe(true);
  expect(isUndelivered(problem(410, "ballot_expired"))).toBe(false);
});

it("knows spent ballots by their code", () => {
  expect(spentReason(problem(409, "ballot_used"))).toBe("ballot_used");
  expect(spentReason(problem(422, "ranks_do_not_fit"))).toBe("broken");
});

it("says when to come back", () => {
  expect(stopReason(problem(429, "quota_exhausted", 3_700))).toEqual({
    reason: "rate_limited",
    waitS: 3_700,
  });
  expect(stopReason(problem(409, "no_battle_left"))).toEqual({ reason: "no_battle_left", waitS: null });
  expect(stopReason(problem(409, "no_battle_left", 10))).toEqual({ reason: "battles_taken", waitS: 10 });
  expect(stopReason(problem(409, "tournament_state"))).toEqual({ reason: "tournament_state", waitS: null });
  expect(stopReason(new TypeError("offline"))).toEqual({ reason: "unreachable", waitS: null });
});
