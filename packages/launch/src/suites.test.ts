import { describe, expect, it } from "vitest";
import config from "../../../vitest.config.ts";
import { countsOf, suites } from "./suites.mjs";

describe("the counts of a suite", () => {
  it("are those of vitest's report", () => {
    expect(countsOf('{"numPassedTests":7,"numFailedTests":2}', 1)).toEqual({ passed: 7, failed: 2 });
    expect(countsOf('{"numPassedTests":7,"numFailedTests":0}', 0)).toEqual({ passed: 7, failed: 0 });
  });

  it("hold a failure when vitest failed though every test passed", () => {
    expect(countsOf('{"numPassedTests":7,"numFailedTests":0}', 1)).toEqual({ passed: 7, failed: 1 });
    expect(countsOf(null, 1)).toEqual({ passed: 0, failed: 1 });
  });

  it("hold a failure when no test ran at all", () => {
    expect(countsOf('{"numPassedTests":0,"numFailedTests":0}', 0)).toEqual({ passed: 0, failed: 1 });
  });
});

it("npm test runs every vitest project there is", () => {
  const projects = config.test?.projects ?? [];
  const names = projects.map((project) =>
    typeof project === "object" && "test" in project ? project.test?.name : project,
  );
  expect(names.sort()).toEqual(suites.map((suite) => suite.name).sort());
});
