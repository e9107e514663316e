import { expect, test } from "vitest";
import { progressLine } from "./progress.ts";

test("a bar shows the share that is done, and never more than all", () => {
  expect(progressLine("Sending", 500, 1_000)).toBe(
    `Sending ${"█".repeat(14)}${"░".repeat(14)}  50 %  500 of 1,000`,
  );
  expect(progressLine("Sending", 2_000, 1_000)).toContain("100 %");
});

test("without a known end the steps are counted", () => {
  expect(progressLine("Checking", 12_345, null)).toBe("Checking 12,345");
});
