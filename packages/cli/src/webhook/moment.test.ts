import { expect, test } from "vitest";
import { momentOf } from "./moment.ts";

const now = Date.parse("2026-11-23T12:00:00Z");

test.each([
  ["30m", "2026-11-23T11:30:00Z"],
  ["2h", "2026-11-23T10:00:00Z"],
  ["3d", "2026-11-20T12:00:00Z"],
  ["2026-11-23", "2026-11-23T00:00:00Z"],
  ["2026-11-23T10:30:00+01:00", "2026-11-23T09:30:00Z"],
  ["2026-11-23T10:30:15.250Z", "2026-11-23T10:30:15.250Z"],
])("%s is %s", (text, moment) => {
  expect(momentOf(text, now)).toBe(Date.parse(moment));
});

test.each(["", "yesterday", "2", "h", "-2h", "1.5h", "2w", "2026", "2026-13-01", "23.11.2026"])(
  "%j is no moment",
  (text) => {
    expect(momentOf(text, now)).toBeNull();
  },
);
