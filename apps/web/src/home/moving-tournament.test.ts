import { expect, it } from "vitest";
import { movingTournament } from "./moving-tournament.ts";

const arena = (...judges: string[]) => ({
  live: judges.map((judge, i) => ({
    id: `${judge}-${i}`,
    title: "",
    titled: true,
    entrants_total: 4,
    format: "series",
    judge,
    matches_total: 7,
    matches_decided: 0,
  })),
});

it("shows the tournament of a program before one that waits for people", () => {
  expect(movingTournament([arena("human"), arena("human", "rule", "rule")])?.id).toBe("rule-1");
});

it("shows the first one where no program judges", () => {
  expect(movingTournament([arena(), arena("human", "human")])?.id).toBe("human-0");
});

it("shows nothing while nothing is live", () => {
  expect(movingTournament([arena()])).toBeUndefined();
});
