import type { DemoArena } from "@agon/demo";
import { expect, test } from "vitest";
import { madeArena } from "../importing/made-arena.ts";
import { keepTournament, loadDemoArena } from "./load.ts";

const demo: DemoArena = {
  slug: "small",
  title: "Small",
  description: "Two programs.",
  modality: "text",
  k: 2,
  criteria: [{ slug: "overall", title: "Overall", instruction: "Which?" }],
  models: ["a", "b"].map((slug) => ({
    slug,
    name: slug,
    organization: "Agon demo",
    license: "MIT",
    family: slug,
    description: "",
  })),
  prompts: [{ slug: "p", text: "P", category: "c" }],
  *outputs() {
    for (const { slug: model } of demo.models) yield { model, prompt: "p", content: model, score: 1 };
  },
};

test("a demo arena is made once and left alone afterwards", async () => {
  const arena = madeArena("small");
  expect(await loadDemoArena(arena.client, demo)).toBe("made");
  expect(arena.outputs.size).toBe(2);
  arena.requests.length = 0;
  expect(await loadDemoArena(arena.client, demo)).toBe("there");
  expect(arena.requests).toEqual(["GET /v1/arenas/small"]);
});

test("one that was interrupted is completed, and what it has stays", async () => {
  const arena = madeArena("small");
  await loadDemoArena(arena.client, demo);
  arena.outputs.clear();
  arena.outputs.set("a/p", "stored by a former version");
  expect(await loadDemoArena(arena.client, demo)).toBe("completed");
  expect(arena.outputs.get("a/p")).toBe("stored by a former version");
  expect(arena.outputs.has("b/p")).toBe(true);
});

test.each([
  [["completed", "running"], null],
  [["paused"], null],
  [["completed", "cancelled"], "small.9"],
  [[], "small.9"],
])("with tournaments %j there, %s is started", async (statuses, started) => {
  const arena = madeArena("small", true);
  const bodies: unknown[] = [];
  arena.intercept = (path) => {
    if (!path.includes("/tournaments")) return null;
    const isList = path.includes("?");
    if (!isList) bodies.push(path);
    return isList
      ? Response.json({ data: statuses.map((status) => ({ status })), next_cursor: null })
      : Response.json({ id: "small.9" });
  };
  expect(await keepTournament(arena.client, "small", 1_200)).toBe(started);
  expect(bodies).toHaveLength(started === null ? 0 : 1);
});
