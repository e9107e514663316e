import { type ErrorCode, errorCodes, type Problem } from "@agon/contract";
import { expect } from "vitest";
import { type Answer, read } from "./api.ts";

/** The answer is the documented problem document; `pointer` names a field that it must blame. */
export function expectProblem(answer: Answer, code: ErrorCode, pointer?: string): Problem {
  expect(answer.headers.get("content-type"), answer.text).toBe("application/problem+json");
  const problem = read<Problem>(answer);
  const [status, title] = errorCodes[code];
  expect(problem).toMatchObject({ code, status, title });
  expect(answer.status).toBe(status);
  expect(problem.request_id).toBe(answer.headers.get("x-request-id"));
  if (pointer !== undefined) expect(problem.errors.map((error) => error.pointer)).toContain(pointer);
  return problem;
}
