import { slug as slugSchema } from "@agon/contract";
import fc from "fast-check";
import { expect, test } from "vitest";
import { distinctSlugOf, slugOf } from "./slug.ts";

test.each([
  ["GPT 4", "gpt-4"],
  ["LLaMA-2-Chat (70B)", "llama-2-chat-70b"],
  ["gpt4_1106_preview", "gpt4_1106_preview"],
  ["vicuna-13b-v1.5", "vicuna-13b-v1.5"],
  ["Ünïcode/Ørsted", "unicode-rsted"],
  ["  --x--  ", "x"],
  ["모델", ""],
])("%s becomes %s", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test("a long text is cut between words", () => {
  const slug = slugOf("What are the names of some famous actors that started their careers on Broadway?");
  expect(slug).toBe("what-are-the-names-of-some-famous-actors-that-started-their");
});

test("a slug is a fixed point", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      expect(slugOf(slugOf(name))).toBe(slugOf(name));
    }),
  );
});

test("every slug, and every distinct one, is an address the contract takes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
      for (const slug of [slugOf(name) || "x", distinctSlugOf(name, "model")]) {
        expect(slugSchema.safeParse(slug).success).toBe(true);
      }
    }),
  );
});

test("names that look alike get different distinct slugs, the same ones every time", () => {
  expect(distinctSlugOf("GPT 4", "model")).not.toBe(distinctSlugOf("gpt-4", "model"));
  expect(distinctSlugOf("모델", "model")).toBe(distinctSlugOf("모델", "model"));
  expect(distinctSlugOf("모델", "model")).toMatch(/^model-[0-9a-f]{6}$/);
});
