import { ApiError } from "@agon/contract/client";
import { expect, test } from "vitest";
import { describeEnding } from "./ending.ts";
import { Failure, InputError } from "./failure.ts";

test("wrong input ends with 2, a failure with 1, each with what to do", () => {
  expect(describeEnding(new InputError("bad", "mend it"))).toEqual({
    lines: ["bad", "mend it"],
    exitCode: 2,
  });
  expect(describeEnding(new Failure("broke", "try again"))).toEqual({
    lines: ["broke", "try again"],
    exitCode: 1,
  });
  expect(describeEnding(new InputError("bad"))).toEqual({ lines: ["bad"], exitCode: 2 });
});

test.each([
  [400, 2],
  [401, 2],
  [404, 2],
  [409, 2],
  [422, 2],
  [429, 1],
  [500, 1],
  [503, 1],
])("the API's %i ends with %i", (status, exitCode) => {
  expect(describeEnding(new ApiError(status, { code: "x", detail: "told" }, null))).toMatchObject({
    exitCode,
  });
});

test("an answer of the API is told with the places it names", () => {
  const problem = {
    code: "schema_invalid",
    detail: "wrong",
    errors: [{ pointer: "/k", detail: "too small" }],
  };
  expect(describeEnding(new ApiError(422, problem, null)).lines).toEqual(["wrong", "  /k: too small"]);
});

test("a missing key is told with how to give one", () => {
  const { lines } = describeEnding(new ApiError(401, { code: "key_missing", detail: "needs a key" }, null));
  expect(lines.join("\n")).toContain("AGON_KEY");
});

test("an error nobody expected shows where it happened", () => {
  expect(describeEnding(new TypeError("oops")).lines[0]).toContain("ending.test.ts");
});
