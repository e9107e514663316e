import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import config from "../../../vitest.config.ts";
import { countsOf, suites } from "./suites.mjs";

describe("the counts of a suite", () => {
  it("are those of vitest's report", () => {
    expect(countsOf('{"numPassedTests":7,"numFailedTests":2}', 1)).toEqual({
      passed: 7,
      failed: 2,
      failures: [],
    });
    expect(countsOf('{"numPassedTests":7,"numFailedTests":0}', 0)).toEqual({
      passed: 7,
      failed: 0,
      failures: [],
    });
  });

  it("hold a failure when vitest failed though every test passed", () => {
    expect(countsOf('{"numPassedTests":7,"numFailedTests":0}', 1)).toEqual({
      passed: 7,
      failed: 1,
      failures: [],
    });
    expect(countsOf(null, 1)).toEqual({ passed: 0, failed: 1, failures: [] });
  });

  it("hold a failure when no test ran at all", () => {
    expect(countsOf('{"numPassedTests":0,"numFailedTests":0}', 0)).toEqual({
      passed: 0,
      failed: 1,
      failures: [],
    });
  });
});

it("names every test that failed, and every file that broke outside of its tests", () => {
  const file = (name: string) => fileURLToPath(new URL(`../../../${name}`, import.meta.url));
  const report = {
    numPassedTests: 1,
    numFailedTests: 1,
    testResults: [
      {
        name: file("test/a.test.ts"),
        status: "failed",
        assertionResults: [
          { fullName: "adds", status: "passed" },
          { fullName: "divides", status: "failed", failureMessages: ["expected 1 to be 2\n  at a.test.ts"] },
        ],
      },
      { name: file("test/b.test.ts"), status: "failed", message: "No such file\nat b", assertionResults: [] },
      { name: file("test/c.test.ts"), status: "passed", assertionResults: [] },
    ],
  };
  expect(countsOf(JSON.stringify(report), 1).failures).toEqual([
    "test/a.test.ts: divides: expected 1 to be 2",
    "test/b.test.ts: No such file",
  ]);
});

it("npm test runs every vitest project there is", () => {
  const projects = config.test?.projects ?? [];
  const names = projects.map((project) =>
    typeof project === "object" && "test" in project ? project.test?.name : project,
  );
  expect(names.sort()).toEqual(suites.map((suite) => suite.name).sort());
});
