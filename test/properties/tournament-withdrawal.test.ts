import type { ScheduleState } from "@agon/tournament";
import { done, matches, nextSome, progress, withdraw } from "@agon/tournament/schedule";
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { type Judge, lottery, must } from "../../packages/tournament/src/fixtures/play.ts";
import { begun } from "./tournament-setups.ts";

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

interface Leaving {
  /** After how many verdicts. */
  readonly after: number;
  readonly entrant: number;
}

const leaving = fc.array(fc.record({ after: fc.nat({ max: 40 }), entrant: fc.nat({ max: 15 }) }), {
  maxLength: 8,
});

function without(state: ScheduleState, entrant: number): ScheduleState {
  const left = withdraw(state, entrant);
  return left.kind === "applied" ? left.state : state;
}

function playWith(begun: ScheduleState, judge: Judge, leavers: readonly Leaving[]): ScheduleState {
  let state = begun;
  for (let step = 0; step < 10_000; step++) {
    for (const { after, entrant } of leavers) if (after === step) state = without(state, entrant);
    const [battle] = nextSome(state, 1);
    if (!battle) return state;
    for (const entrant of battle.entrants) expect(state.withdrawn).not.toContain(entrant);
    state = must(state, battle, judge(battle));
  }
  throw new Error("does not end");
}

it("ends whoever withdraws whenever, and shows nobody who has left", () => {
  fc.assert(
    fc.property(begun, fc.string(), leaving, (state, verdicts, leavers) => {
      const end = playWith(state, lottery(verdicts), leavers);
      expect(done(end)).toBe(true);
      const { total, decided } = progress(end);
      if (state.format !== "k-wise-league") expect(decided).toBe(total);
      expect(matches(end).every(({ status }) => status !== "ready" && status !== "awaiting")).toBe(true);
    }),
    { numRuns: 120 },
  );
});

it("ends when everybody withdraws", () => {
  fc.assert(
    fc.property(begun, (state) => {
      let end = state;
      for (let entrant = 0; entrant < state.entrants; entrant++) end = without(end, entrant);
      expect(nextSome(end, 1)).toEqual([]);
      expect(done(end)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

it("keeps every decided match as it was", () => {
  fc.assert(
    fc.property(
      begun,
      fc.string(),
      fc.nat({ max: 40 }),
      fc.nat({ max: 5 }),
      (state, verdicts, steps, entrant) => {
        const judge = lottery(verdicts);
        let live = state;
        for (let step = 0; step < steps; step++) {
          const [battle] = nextSome(live, 1);
          if (battle) live = must(live, battle, judge(battle));
        }
        const decided = matches(live).filter(({ status }) => status === "decided");
        const left = new Map(matches(without(live, entrant)).map((view) => [view.id, view]));
        for (const view of decided) expect(left.get(view.id)).toEqual(view);
      },
    ),
    { numRuns: 40 },
  );
});
