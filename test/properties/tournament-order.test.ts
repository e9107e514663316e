import { formatNames, type ScheduleState } from "@agon/tournament";
import { apply, done, matches, nextSome, progress } from "@agon/tournament/schedule";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { lottery, must, play, playShuffled } from "../../packages/tournament/src/fixtures/play.ts";
import { begun, begunIn } from "./tournament-setups.ts";

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

function copy(state: ScheduleState): ScheduleState {
  return JSON.parse(JSON.stringify(state));
}

describe.each(formatNames)("%s", (format) => {
  it("comes to the same bytes in whatever order its battles are judged", () => {
    fc.assert(
      fc.property(begunIn(format), fc.string(), fc.string(), (state, verdicts, order) => {
        const straight = play(state, lottery(verdicts));
        const shuffled = playShuffled(state, lottery(verdicts), order);
        expect(done(straight)).toBe(true);
        expect(JSON.stringify(shuffled)).toBe(JSON.stringify(straight));
      }),
      { numRuns: 15 },
    );
  });

  it("can be stored and read back after every verdict", () => {
    fc.assert(
      fc.property(begunIn(format), fc.string(), (state, verdicts) => {
        const judge = lottery(verdicts);
        let live = copy(state);
        for (let [battle] = nextSome(live, 1); battle; [battle] = nextSome(live, 1)) {
          live = copy(must(live, battle, judge(battle)));
        }
        expect(JSON.stringify(live)).toBe(JSON.stringify(play(state, judge)));
      }),
      { numRuns: 8 },
    );
  });
});

it("counts a verdict once: repeating it changes nothing", () => {
  fc.assert(
    fc.property(begun, fc.string(), (state, verdicts) => {
      const judge = lottery(verdicts);
      let live = state;
      for (let [battle] = nextSome(live, 1); battle; [battle] = nextSome(live, 1)) {
        const outcome = { ...battle, ranks: judge(battle) };
        const first = apply(live, outcome);
        if (first.kind === "late") throw new Error(first.reason);
        expect(apply(first.state, outcome).kind).toBe("late");
        live = first.state;
      }
    }),
    { numRuns: 25 },
  );
});

it("leaves the state it was given as it was", () => {
  fc.assert(
    fc.property(begun, fc.string(), (state, verdicts) => {
      const before = JSON.stringify(state);
      play(state, lottery(verdicts));
      expect(JSON.stringify(state)).toBe(before);
    }),
    { numRuns: 20 },
  );
});

it("names every match whose view has changed, once", () => {
  const views = (state: ScheduleState) =>
    new Map(matches(state).map((view) => [view.id, JSON.stringify(view)]));
  fc.assert(
    fc.property(begun, fc.string(), (state, verdicts) => {
      const judge = lottery(verdicts);
      let live = state;
      for (let [battle] = nextSome(live, 1); battle; [battle] = nextSome(live, 1)) {
        const applied = apply(live, { ...battle, ranks: judge(battle) });
        if (applied.kind === "late") throw new Error(applied.reason);
        const before = views(live);
        const after = views(applied.state);
        const differ = [...after].filter(([id, view]) => before.get(id) !== view).map(([id]) => id);
        expect([...applied.changed].sort()).toEqual(expect.arrayContaining(differ.sort()));
        expect(new Set(applied.changed).size).toBe(applied.changed.length);
        live = applied.state;
      }
    }),
    { numRuns: 25 },
  );
});

it("counts in its progress what its matches show", () => {
  fc.assert(
    fc.property(begun, fc.string(), fc.nat({ max: 40 }), (state, verdicts, steps) => {
      const judge = lottery(verdicts);
      let live = state;
      for (let step = 0; step < steps; step++) {
        const [battle] = nextSome(live, 1);
        if (battle) live = must(live, battle, judge(battle));
      }
      const statuses = matches(live).map(({ status }) => status);
      const { decided, forfeits, total } = progress(live);
      expect(forfeits).toBe(statuses.filter((status) => status === "forfeit").length);
      expect(decided).toBe(forfeits + statuses.filter((status) => status === "decided").length);
      if (total !== null) expect(decided).toBeLessThanOrEqual(total);
      if (total !== null && done(live)) expect(decided).toBe(total);
    }),
    { numRuns: 80 },
  );
});
