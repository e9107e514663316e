import fc from "fast-check";
import { expect, test } from "vitest";
import { sentenceCount } from "./pieces.ts";
import { splitAligned, splitEvenly } from "./split.ts";

const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom("Yes. ", "No!\n", "```js\na. b.\n```\n", "~~~\n", "日本。", " ", "\r\n"),
      fc.string(),
    ),
  )
  .map((parts) => parts.join(""));

test("parts concatenate to the text, byte for byte", () => {
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      expect(splitEvenly(a, 3).join("")).toBe(a);
      expect(splitAligned(a, b, 3).map((parts) => parts.join(""))).toEqual([a, b]);
    }),
  );
});

test("a block of code is never cut", () => {
  const code = "```\none. two. three.\nfour. five.\n```\n";
  const parts = splitEvenly(`First. ${code}Last one.`.replace("First. ", "First.\n"), 3);
  expect(parts.some((part) => part.includes(code))).toBe(true);
});

test("what belongs together comes to stand together", () => {
  const [a, b] = splitAligned(
    "Cats purr softly. Cats sleep. Dogs bark loudly. Birds fly high.",
    "Cats purr. Dogs bark. Dogs bark loudly again. Birds fly.",
    3,
  );
  expect(a[1]).toContain("Dogs");
  expect(b[1]).toContain("Dogs bark loudly again.");
  expect(b[2]).toContain("Birds");
});

test("sentences are counted outside blocks", () => {
  expect(sentenceCount("One. Two! Three?")).toBe(3);
});
