import type { Applied, Battle, Format, MatchView, Ruling, ScheduleState } from "@agon/tournament";
import { apply, correct, done, match, matches, nextSome } from "@agon/tournament/schedule";
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { type Judge, lottery, must, play } from "../../packages/tournament/src/fixtures/play.ts";
import { begun, begunIn } from "./tournament-setups.ts";

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/** Brackets whose matches are single battles: there the naive recomputation needs nothing but verdicts. */
const singleBattles = fc
  .constantFrom<Format>("single-elimination", "series", "double-elimination", "k-wise-elimination")
  .chain((format) => begunIn(format))
  .filter(({ prompts, format, ...state }) => {
    if (format === "k-wise-elimination")
      return "options" in state && "games" in state.options && state.options.games === 1;
    return format === "single-elimination" || prompts === 1;
  });

function playSome(begun: ScheduleState, judge: Judge, steps: number): ScheduleState {
  let state = begun;
  for (let step = 0; step < steps; step++) {
    const [battle] = nextSome(state, 1);
    if (battle) state = must(state, battle, judge(battle));
  }
  return state;
}

function stateAfter(applied: Applied): ScheduleState {
  if (applied.kind === "late") throw new Error(applied.reason);
  return applied.state;
}

/** A decided match with a verdict, chosen by number. */
function pick(state: ScheduleState, index: number): MatchView | undefined {
  const decided = matches(state).filter(({ status }) => status === "decided");
  return decided[index % Math.max(1, decided.length)];
}

/** What is known of a match: who sat in it, and their ranks. */
type Known = ReadonlyMap<string, Pick<MatchView, "places" | "ranks">>;

/** The ranks known for a battle, if its match has the same entrants as then. */
function recall(state: ScheduleState, known: Known, battle: Battle): number[] | null {
  const entrants = (places: MatchView["places"] = []) => places.map(({ entrant }) => entrant);
  const { places, ranks } = known.get(battle.match) ?? {};
  const then = entrants(places);
  if (!ranks || `${then}` !== `${entrants(match(state, battle.match)?.places)}`) return null;
  return battle.entrants.map((entrant) => ranks[then.indexOf(entrant)] ?? 0);
}

/** Plays from the start by what is known alone: a match nobody has judged between these entrants stays open. */
function recompute(begun: ScheduleState, known: Known): ScheduleState {
  let state = begun;
  for (;;) {
    const battle = nextSome(state, 1000).find((ready) => recall(state, known, ready));
    if (!battle) return state;
    state = must(state, battle, recall(state, known, battle) ?? []);
  }
}

/** A view without what a recomputation cannot know: a ruling leaves the games as they were judged. */
function essence({ version, note, games, score, ...view }: MatchView): unknown {
  return view;
}

it("resets exactly the dependants: what is left equals a recomputation from the verdicts that still hold", () => {
  const scene = fc.record({
    begun: singleBattles,
    verdicts: fc.string(),
    steps: fc.nat({ max: 60 }),
    index: fc.nat(),
  });
  fc.assert(
    fc.property(scene, fc.boolean(), ({ begun, verdicts, steps, index }, flip) => {
      const shown = new Map<string, number>();
      const judge: Judge = (battle) => {
        shown.set(battle.match, battle.entrants.length);
        return lottery(verdicts)(battle);
      };
      const state = playSome(begun, judge, steps);
      const view = pick(state, index);
      if (!view?.ranks || shown.get(view.id) !== view.places.length) return;
      const ranks = view.ranks.toReversed();
      const ruling: Ruling = flip ? { kind: "ranks", ranks } : { kind: "void" };
      const known = new Map(matches(state).map(({ id, places, ranks }) => [id, { places, ranks }]));
      if (flip) known.set(view.id, { places: view.places, ranks });
      else known.delete(view.id);
      const corrected = stateAfter(correct(state, view.id, ruling));
      expect(matches(corrected).map(essence)).toEqual(matches(recompute(begun, known)).map(essence));
    }),
    { numRuns: 200 },
  );
});

/** Every match that can be reached from this one along the links of the bracket. */
function downstream(state: ScheduleState, id: string): Set<string> {
  const reached = new Set([id]);
  const all = matches(state);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const view of all) {
      const reset = view.bracket === "final" && view.round === 2 && reached.has("f1.m1");
      if (reset || view.places.some(({ from }) => from !== null && reached.has(from))) reached.add(view.id);
    }
  }
  return reached;
}

it("touches nothing that does not hang on the match, and raises the version of whatever it resets", () => {
  fc.assert(
    fc.property(begun, fc.string(), fc.nat({ max: 60 }), fc.nat(), (begun, verdicts, steps, index) => {
      const state = playSome(begun, lottery(verdicts), steps);
      const view = pick(state, index);
      if (!view) return;
      const after = stateAfter(correct(state, view.id, { kind: "void" }));
      const reached = state.format === "sort" ? null : downstream(state, view.id);
      for (const old of matches(state)) {
        const now = match(after, old.id);
        const spared = reached ? !reached.has(old.id) : old.group !== view.group;
        if (spared) expect(now).toEqual(old);
        if (now && old.id !== view.id && old.status === "decided" && now.status !== "decided") {
          expect(now.version).toBeGreaterThan(old.version);
        }
      }
      expect(match(after, view.id)?.version).toBeGreaterThan(view.version);
      expect(done(after)).toBe(false);
    }),
    { numRuns: 200 },
  );
});

it("answers the battles handed out before a reset as late", () => {
  fc.assert(
    fc.property(begun, fc.string(), fc.nat({ max: 60 }), fc.nat(), (begun, verdicts, steps, index) => {
      const state = playSome(begun, lottery(verdicts), steps);
      const view = pick(state, index);
      if (!view) return;
      const handedOut = nextSome(state, 50);
      const after = stateAfter(correct(state, view.id, { kind: "void" }));
      for (const battle of handedOut) {
        const now = match(after, battle.match);
        const applied = apply(after, { ...battle, ranks: lottery(verdicts)(battle) });
        if (!now || now.version !== battle.version)
          expect(applied.kind === "late" || state.format === "k-wise-league").toBe(true);
      }
    }),
    { numRuns: 80 },
  );
});

it("comes to the same end when a voided match is judged the same again", () => {
  fc.assert(
    fc.property(begun, fc.string(), fc.nat(), (begun, verdicts, index) => {
      if (begun.format === "placement" || begun.format === "swiss") return;
      const judge = lottery(verdicts);
      const end = play(begun, judge);
      const view = pick(end, index);
      if (!view) return;
      const again = play(stateAfter(correct(end, view.id, { kind: "void" })), judge);
      const essential = (state: ScheduleState) => matches(state).map(({ version, ...rest }) => rest);
      expect(essential(again)).toEqual(essential(end));
    }),
    { numRuns: 100 },
  );
});

it("keeps the results of matches whose entrants a correction leaves in place", () => {
  fc.assert(
    fc.property(singleBattles, fc.string(), fc.nat(), (begun, verdicts, index) => {
      const end = play(begun, lottery(verdicts));
      const view = pick(end, index);
      if (!view?.ranks) return;
      const ranks = view.ranks.map((rank) => rank * 2);
      const corrected = correct(end, view.id, { kind: "ranks", ranks });
      expect(corrected).toMatchObject({ kind: "applied", changed: [view.id] });
      expect(done(stateAfter(corrected))).toBe(true);
    }),
    { numRuns: 50 },
  );
});
