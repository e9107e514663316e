import { nextSome } from "@agon/tournament/schedule";
import { expect, test } from "vitest";
import { allowed, claims, contest, perform } from "../fixtures/contest.ts";
import { battleModels } from "../run-tournament.ts";
import type { ArenaState, RunStatus } from "../state.ts";
import { decideCast } from "./cast.ts";
import { decideJudged } from "./judged.ts";
import { decideRuling, decideTournament, decideTournamentChange, type TournamentWish } from "./tournament.ts";

const wish = (change: Partial<TournamentWish> = {}): TournamentWish => ({
  title: null,
  format: "series",
  criterion: null,
  judge: { kind: "human" },
  seed: "draw",
  paceMs: 0,
  models: null,
  prompts: null,
  options: {},
  start: true,
  ...change,
});

const create = (state: ArenaState, change: Partial<TournamentWish> = {}): ArenaState =>
  perform(state, allowed(decideTournament(state, wish(change)))).state;

const only = ({ tournaments }: ArenaState) => {
  const [tournament] = tournaments;
  if (tournament === undefined) throw new Error("there is a tournament");
  return tournament;
};

test("without names everybody with outputs takes part, on every prompt", () => {
  const { setup, title, status } = only(create(contest(4, 3)));
  expect(setup).toMatchObject({ entrants: [0, 1, 2, 3], prompts: [0, 1, 2], criterion: "overall" });
  expect({ title, status }).toEqual({ title: "Series bracket of 4", status: "running" });
});

test("entrants keep the order in which they were named", () => {
  const { setup } = only(create(contest(4, 3), { models: ["m-3", "m-1"], prompts: ["p-2"] }));
  expect(setup).toMatchObject({ entrants: [2, 0], prompts: [1] });
});

test("options name models by slug outside and by entrant inside", () => {
  const anchored = create(contest(4), {
    format: "anchored",
    models: ["m-4", "m-2", "m-3"],
    options: { anchors: ["m-3", "m-4"] },
  });
  expect(only(anchored).setup.options).toEqual({ anchors: [2, 0] });
  const placed = create(contest(4), { format: "placement", options: { newcomer: "m-2", k: 2 } });
  expect(only(placed).setup.options).toEqual({ newcomer: 1, k: 2 });
});

test.each(["anchors", "newcomer"])("%s that do not take part are refused by name", (key) => {
  const refused = decideTournament(contest(), wish({ format: "placement", options: { [key]: "nobody" } }));
  expect(refused).toMatchObject({ ok: false, error: { errors: [{ pointer: `/options/${key}` }] } });
});

test("seeding by rating follows the live ratings of the moment", () => {
  let state = contest(4);
  for (let vote = 0; vote < 6; vote++) {
    const said = { ranks: [1, 2], firstOnly: false, flags: [] };
    state = perform(state, allowed(decideCast(state, claims({ models: [3, 0] }), said, 0))).state;
  }
  const { schedule } = only(create(state, { options: { seeding: "rating" } }));
  const [first] = nextSome(schedule, 1);
  expect(first?.entrants).toContain(3);
  expect(first?.entrants).toContain(0);
});

const moves: Record<RunStatus, readonly string[]> = {
  scheduled: ["running", "paused", "cancelled"],
  running: ["paused", "cancelled"],
  paused: ["running", "cancelled"],
  completed: [],
  cancelled: [],
};

test.each(Object.entries(moves))("a tournament that is %s can become %j", (from, allowedMoves) => {
  const tournament = { ...only(create(contest())), status: from as RunStatus };
  for (const status of ["running", "paused", "cancelled"] as const) {
    const decided = decideTournamentChange(tournament, { status });
    expect(decided.ok, `${from} -> ${status}`).toBe(allowedMoves.includes(status) || from === status);
    if (decided.ok) expect(decided.value.drafts.length).toBe(from === status ? 0 : 1);
  }
});

test("a change names only what changes", () => {
  const tournament = only(create(contest()));
  const [draft] = allowed(decideTournamentChange(tournament, { title: "New", pace_ms: 0 })).drafts;
  expect(draft?.event).toEqual({ type: "tournament.changed", tournament: 1, title: "New" });
});

test("a program's verdict for a battle that is not open any more is dropped", () => {
  const score = (model: number) => model;
  const state = create(contest(4, 1, score), { judge: { kind: "rule", rule: "score" } });
  const [battle] = nextSome(only(state).schedule, 1);
  if (battle === undefined) throw new Error("there is a battle");
  const judged = { tournament: 1, battle, ranks: [1, 2] };
  const first = perform(state, allowed(decideJudged(state, judged)));
  expect(first.answer).toBe(true);
  const again = allowed(decideJudged(first.state, judged));
  expect(again.drafts).toEqual([]);
  expect(again.answer(first.state, [])).toBe(false);
  const paused = perform(
    first.state,
    allowed(decideTournamentChange(only(first.state), { status: "paused" })),
  );
  const [next] = nextSome(only(paused.state).schedule, 1);
  if (next) expect(allowed(decideJudged(paused.state, { ...judged, battle: next })).drafts).toEqual([]);
});

test("a tournament completes with its last match and opens again with a voided one", () => {
  let state = create(contest(2, 1));
  const [battle] = nextSome(only(state).schedule, 1);
  if (battle === undefined) throw new Error("there is a battle");
  const { match, version, game } = battle;
  const ballot = claims({
    ...battleModels(only(state), battle),
    battle: { tournament: 1, match, version, game },
  });
  const said = { ranks: [1, 2], firstOnly: false, flags: [] };
  state = perform(state, allowed(decideCast(state, ballot, said, 0))).state;
  expect(only(state).status).toBe("completed");
  state = perform(state, allowed(decideRuling(only(state), match, { void: true }))).state;
  expect(only(state).status).toBe("running");
  expect(state.votes).toBe(0);
  expect(allowed(decideRuling(only(state), match, { void: true })).drafts).toEqual([]);
  const late = perform(state, allowed(decideCast(state, ballot, said, 0)));
  expect(late.answer.counted).toBe(false);
  expect(late.state.votes).toBe(0);
});

test("a ruling takes the verdicts of its match, and of those it resets, out of every count", () => {
  const score = (model: number) => model;
  const judge = { kind: "rule", rule: "score" } as const;
  let state = create(contest(4, 1, score), { format: "single-elimination", judge });
  for (let played = 0; played < 3; played++) {
    const [battle] = nextSome(only(state).schedule, 1);
    if (battle === undefined) throw new Error("there is a battle");
    state = perform(state, allowed(decideJudged(state, { tournament: 1, battle, ranks: [1, 2] }))).state;
  }
  expect(state.votes).toBe(3);
  const before = state.seq;
  state = perform(state, allowed(decideRuling(only(state), "p0.r1.m1", { ranks: [2, 1] }))).state;
  expect(state.votes).toBe(1);
  expect([...state.withdrawn.values()]).toEqual([before + 1, before + 1]);
  expect([...state.matchVerdicts.values()].flat()).toHaveLength(1);
  const [final] = nextSome(only(state).schedule, 1);
  if (final === undefined) throw new Error("the final is open again");
  state = perform(state, allowed(decideJudged(state, { tournament: 1, battle: final, ranks: [1, 2] }))).state;
  expect(state.votes).toBe(2);
});
