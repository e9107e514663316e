import { expect, it } from "vitest";
import { waitAfter } from "./retries.ts";

const now = Date.parse("2026-11-23T12:00:00Z");

it("waits 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, and then no more", () => {
  const waits = Array.from({ length: 10 }, (_, at) => waitAfter(at + 1, 0, null, now));
  const seconds = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
  expect(waits).toEqual([...seconds.map((s) => s * 1_000), null]);
});

it("spreads attempts by a tenth, never to an earlier time", () => {
  expect(waitAfter(2, 0.999_999, null, now)).toBeGreaterThan(329_000);
  expect(waitAfter(2, 0.999_999, null, now)).toBeLessThanOrEqual(330_000);
});

it("does what the receiver asks, in seconds or as a date, within a second and a day", () => {
  expect(waitAfter(2, 0, "7", now)).toBe(7_000);
  expect(waitAfter(2, 0, "Mon, 23 Nov 2026 12:01:00 GMT", now)).toBe(60_000);
  expect(waitAfter(2, 0, "0", now)).toBe(1_000);
  expect(waitAfter(2, 0, "Mon, 23 Nov 2020 12:01:00 GMT", now)).toBe(1_000);
  expect(waitAfter(2, 0, "999999999", now)).toBe(86_400_000);
  expect(waitAfter(2, 0, "soon", now)).toBe(300_000);
  expect(waitAfter(10, 0, "7", now)).toBeNull();
});
