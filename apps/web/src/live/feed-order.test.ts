import { expect, it } from "vitest";
import { backoffMs, feedStep } from "./feed-order.ts";

const message = (seq: number, prev: number | null, type = "verdict") => ({ seq, prev, type });

it("applies the next message", () => {
  expect(feedStep(7, message(8, 7))).toBe("apply");
});

it("ignores a message that was already applied", () => {
  expect(feedStep(8, message(8, 7))).toBe("ignore");
});

it("asks for what is missing when a message names a predecessor it has not seen", () => {
  expect(feedStep(7, message(10, 9))).toBe("resume");
});

it("accepts a feed that was behind the seq the page was read at", () => {
  expect(feedStep(20, message(25, 11))).toBe("apply");
});

it("applies a snapshot whatever came before", () => {
  expect(feedStep(20, message(5, null, "snapshot"))).toBe("apply");
});

it("waits longer after each failure, at most about 20 seconds", () => {
  expect(backoffMs(0, 0.5)).toBe(500);
  expect(backoffMs(3, 0.5)).toBe(4_000);
  expect(backoffMs(30, 1)).toBeCloseTo(26_000);
});
