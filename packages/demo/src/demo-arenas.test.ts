import { describe, expect, it } from "vitest";
import { demoArenas } from "./index.ts";

describe.each(demoArenas.map((arena) => [arena.slug, arena] as const))("the arena %s", (_, arena) => {
  const outputs = [...arena.outputs()];

  it("has exactly one output of every model for every prompt", () => {
    const pairs = outputs.map(({ model, prompt }) => `${model} ${prompt}`);
    const expected = arena.prompts.flatMap((prompt) =>
      arena.models.map((model) => `${model.slug} ${prompt.slug}`),
    );
    expect(pairs.toSorted()).toEqual(expected.toSorted());
  });

  it("names everything once, in kebab-case", () => {
    for (const list of [arena.models, arena.prompts, arena.criteria]) {
      const slugs = list.map(({ slug }) => slug);
      expect(new Set(slugs).size).toBe(slugs.length);
      for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
  });

  it("says plainly that its models are small programs shipped with Agon", () => {
    expect(arena.description).toMatch(/small programs shipped with Agon/i);
    for (const model of arena.models) expect(model.organization).toBe("Agon demo");
  });

  it("gives a score to every output where a prompt has a reference, and to none elsewhere", () => {
    const referenced = new Map(arena.prompts.map(({ slug, reference }) => [slug, reference !== undefined]));
    for (const { prompt, score } of outputs) {
      expect(score !== undefined).toBe(referenced.get(prompt));
      expect(score ?? 0).toBeGreaterThanOrEqual(0);
      expect(score ?? 0).toBeLessThanOrEqual(1);
    }
  });
});
