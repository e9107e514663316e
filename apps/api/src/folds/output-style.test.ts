import { expect, test } from "vitest";
import { styleOf } from "./output-style.ts";

test("an answer in Markdown is counted by its marks", () => {
  const text = "# Title\n\n## Part\nSome **bold** and __more__ words.\n\n- one\n* two\n  3. three\n";
  expect(styleOf(text)).toMatchObject({ headings: 2, bold: 2, lists: 3, chars: text.length });
});

test("what stands in a code block is code, closed or not", () => {
  const block = "```\n# comment\n- item\n**x**\n";
  for (const text of [`${block}\`\`\`\n# Heading\n`, `# Heading\n${block}`]) {
    expect(styleOf(text)).toMatchObject({ headings: 1, bold: 0, lists: 0 });
  }
});

test("tokens are words and marks, and characters where a script has no spaces", () => {
  expect(styleOf("It's 3 o'clock.").tokens).toBe(8);
  expect(styleOf("東京は大きい").tokens).toBe(6);
  expect(styleOf("").tokens).toBe(0);
});

test("a rule of dashes, a price and a lone star are no lists and no bold", () => {
  expect(styleOf("---\n-5 degrees\n2 * 3 ** 4\n#tag")).toMatchObject({ lists: 0, bold: 0, headings: 0 });
});

test("long outputs take time in proportion to their length", () => {
  // Patterns that backtrack would not end on these.
  for (const text of [
    "**a ".repeat(50_000),
    "`".repeat(200_000),
    " ".repeat(200_000),
    "```\n".repeat(50_001),
  ]) {
    expect(styleOf(text).chars).toBe(text.length);
  }
});
