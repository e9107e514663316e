import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { throttle } from "./throttle.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("works at once and merges what comes meanwhile into one call", () => {
  const work = vi.fn();
  const throttled = throttle(work, 1_000);
  for (let i = 0; i < 5; i++) throttled();
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1_000);
  expect(work).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(5_000);
  expect(work).toHaveBeenCalledTimes(2);
});

it("does nothing after it was cancelled", () => {
  const work = vi.fn();
  const throttled = throttle(work, 1_000);
  throttled();
  throttled();
  throttled.cancel();
  vi.advanceTimersByTime(5_000);
  expect(work).toHaveBeenCalledTimes(1);
});
