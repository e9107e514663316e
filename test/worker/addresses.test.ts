import { expect, test } from "vitest";
import { call, operate } from "./support/api.ts";
import { createContest } from "./support/contest.ts";
import { expectProblem } from "./support/problem.ts";
import { allRoutes, fill } from "./support/routes.ts";

test("no route takes a parameter that it does not know", async () => {
  const arena = await createContest();
  const values = { arena, tournament: `${arena}.1`, match: "r1.m1", model: "m-1", ballot: "b1.0" };
  const reading = allRoutes.filter(({ method, path }) => method === "GET" && !path.includes("{tournament}"));
  expect(reading.length).toBeGreaterThan(8);
  for (const { path } of reading) {
    const address = `${fill(path, values)}?critereon=overall`;
    expectProblem(await operate("GET", address), "parameter_invalid", "/critereon");
  }
});

test("a parameter that stands twice in the address is refused rather than half read", async () => {
  const arena = await createContest();
  const answer = await call("GET", `/v1/arenas/${arena}/leaderboard?judges=human&judges=llm`);
  expectProblem(answer, "parameter_invalid", "/judges");
});

test("the list of criteria has pages like every list", async () => {
  const criteria = ["a", "b"].map((slug) => ({ slug, title: slug, instruction: "Which?" }));
  const arena = await createContest({ settings: { criteria } });
  const first = JSON.parse((await call("GET", `/v1/arenas/${arena}/criteria?limit=1`)).text);
  expect(first.data).toMatchObject([{ slug: "a" }]);
  const rest = await call("GET", `/v1/arenas/${arena}/criteria?cursor=${first.next_cursor}`);
  expect(JSON.parse(rest.text)).toMatchObject({ data: [{ slug: "b" }], next_cursor: null });
});
