import type { LiveMessage, Match, Tournament } from "@agon/contract";
import { expect, test } from "vitest";
import { madeMatch } from "./made-match.ts";
import { matchLine } from "./match-line.ts";
import { screenText } from "./screen.ts";
import { isFinished, nextGroup, watchedAfter, watchedFrom } from "./watched.ts";

const first = madeMatch({ id: "p0.m1", places: ["ant", "bee"], group: "p0" });
const other = madeMatch({ id: "p1.m1", places: ["ant", "bee"], group: "p1" });

const tournament: Tournament = {
  id: "a.1",
  arena: "a",
  title: "Small",
  titled: true,
  chart: { kind: "bracket" },
  format: "single-elimination",
  status: "running",
  criterion: "overall",
  judge: { kind: "rule", judge: null, rule: "score" },
  seed: "s",
  pace_ms: 0,
  matches_total: 2,
  matches_decided: 0,
  entrants_total: 2,
  prompts_total: 2,
  created_at: "2026-01-01T00:00:00Z",
  updated_seq: 1,
  seq: 1,
  entrants: [],
  prompts: [],
  options: {},
  format_summary: "",
  brackets: [
    {
      group: "p0",
      decided: 0,
      total: 1,
      champion: null,
      prompt_text: null,
      rounds: [{ bracket: "main", round: 1, title: "Final", matches: [first] }],
    },
    { group: "p1", decided: 0, total: 1, champion: null, prompt_text: null, rounds: [] },
  ],
  standings: [],
};

const moved = (match: Match, decided: number): LiveMessage => {
  const { entrants: _, ...summary } = {
    ...tournament,
    matches_decided: decided,
    status: decided === 2 ? "completed" : "running",
  } as const;
  return {
    v: 1,
    seq: decided + 1,
    prev: decided,
    type: "match",
    data: { matches: [match], votes: decided, tournament: summary },
  };
};

test("a message moves its match, the score and the end", () => {
  const start = watchedFrom(tournament);
  const after = watchedAfter(start, moved({ ...first, status: "decided", winners: ["bee"] }, 1));
  expect(after.matches.get("p0.m1")?.winners).toEqual(["bee"]);
  expect(after.summary.matches_decided).toBe(1);
  expect(isFinished(after)).toBe(false);
  expect(isFinished(watchedAfter(after, moved({ ...other, status: "decided" }, 2)))).toBe(true);
  expect(start.matches.get("p0.m1")?.winners).toEqual([]);
});

test("the bracket on show stays until it is over, then the one that moves is wanted", () => {
  const start = watchedFrom(tournament);
  const elsewhere = watchedAfter(start, moved({ ...other, status: "decided" }, 1));
  expect(elsewhere.matches.has("p1.m1")).toBe(false);
  expect(nextGroup(elsewhere)).toBeNull();
  const over = watchedAfter(elsewhere, moved({ ...first, status: "decided" }, 2));
  expect(nextGroup(watchedAfter(over, moved({ ...other, status: "decided" }, 2)))).toBe("p1");
});

test("the screen shows the state, the bracket and the last match, within its size", () => {
  const watched = watchedAfter(
    watchedFrom(tournament),
    moved({ ...first, status: "decided", winners: ["bee"] }, 1),
  );
  const lines = screenText(watched, { columns: 60, rows: 20 });
  expect(lines.join("\n")).toMatch(
    /Small · single-elimination · running[\s\S]*1 of 2[\s\S]*Prompt p0[\s\S]*├ bee[\s\S]*→ bee/,
  );
  expect(lines.length).toBeLessThanOrEqual(20);
  expect(screenText(watched, { columns: 30, rows: 20 }).every((line) => line.length < 30)).toBe(true);
});

test("a decided match is told in a line, an open one is not", () => {
  expect(matchLine(first)).toBeNull();
  expect(
    matchLine({ ...first, status: "decided", score: [2, 1], winners: ["ant"], note: "clear-lead" }),
  ).toBe("p0.m1  ant 2–1 bee → ant (a clear lead)");
});
