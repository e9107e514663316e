import type { Ballot, CastAnswer } from "@agon/contract";
import { expect, it } from "vitest";
import { type VoteEvent, type VoteState, voteStep } from "./vote-state.ts";

const ballot = { id: "b1", outputs: [] } as unknown as Ballot;
const answer = { counted: true } as unknown as CastAnswer;
const choice = { outcome: "a" } as const;

const run = (...events: VoteEvent[]): VoteState => events.reduce<VoteState>(voteStep, { phase: "loading" });

it("goes from the draw over the choice to the reveal", () => {
  const state = run({ type: "drawn", ballot }, { type: "chosen", choice }, { type: "answered", answer });
  expect(state).toEqual({ phase: "revealed", ballot, choice, answer, undone: false });
});

it("takes the first choice only", () => {
  const state = run(
    { type: "drawn", ballot },
    { type: "chosen", choice },
    { type: "chosen", choice: { outcome: "b" } },
  );
  expect(state).toMatchObject({ phase: "sending", choice });
});

it("keeps a vote that could not be delivered, and reveals it when it could", () => {
  const kept = run({ type: "drawn", ballot }, { type: "chosen", choice }, { type: "undelivered" });
  expect(kept.phase).toBe("kept");
  expect(voteStep(kept, { type: "answered", answer }).phase).toBe("revealed");
});

it("ignores an answer that comes after the voter went on", () => {
  expect(run({ type: "drawn", ballot }, { type: "answered", answer }).phase).toBe("open");
});

it("says why a ballot is spent", () => {
  const state = run(
    { type: "drawn", ballot },
    { type: "chosen", choice },
    { type: "refused", reason: "ballot_expired", detail: "late" },
  );
  expect(state).toMatchObject({ phase: "spent", reason: "ballot_expired" });
});

it("undoes only what was revealed", () => {
  expect(run({ type: "drawn", ballot }, { type: "undone" }).phase).toBe("open");
});
