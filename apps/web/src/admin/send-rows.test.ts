import { expect, it } from "vitest";
import { requestsOf } from "./send-rows.ts";

const row = (line: number, sizeChars = 1) => ({ line, fields: { content: "x".repeat(sizeChars) } });

it("cuts after 200 rows", () => {
  const requests = requestsOf(Array.from({ length: 450 }, (_, i) => row(i)));
  expect(requests.map((request) => request.length)).toEqual([200, 200, 50]);
});

it("cuts before a request grows too large", () => {
  expect(
    requestsOf([row(1, 500_000), row(2, 500_000), row(3, 100)]).map((request) => request.length),
  ).toEqual([1, 2]);
});

it("sends a row that is too large by itself, so that the server can say so", () => {
  expect(requestsOf([row(1, 2_000_000)])).toHaveLength(1);
});

it("sends nothing for nothing", () => {
  expect(requestsOf([])).toEqual([]);
});
