import { describe, expect, it } from "vitest";
import { generativeArt } from "./arena.ts";
import { briefFrom } from "./brief/brief.ts";
import { artModels } from "./models.ts";
import { subjects } from "./prompts.ts";

const sizeLimitBytes = 40 * 1024;

/** All that a picture may be made of: paths with data, paint and nothing else. */
const colour = "#[0-9a-f]{6}";
const shape = `<path d="m[0-9mlhvaqtz .-]+" fill="(?:none|${colour})"(?: stroke="${colour}" stroke-linecap="round" stroke-linejoin="round")?(?: stroke="${colour}")?(?: stroke-width="[0-9.]+")?(?: opacity="0?[0-9.]+")?/>`;
const document = new RegExp(
  `^<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800">(?:${shape})+</svg>$`,
);

const outputs = [...generativeArt.outputs()];

describe.each(artModels.map(({ slug }) => slug))("%s", (slug) => {
  const pictures = outputs.filter(({ model }) => model === slug);

  it("draws well-formed pictures of bare paths: no script, text, link, id or name", () => {
    for (const { content } of pictures) expect(document.test(content)).toBe(true);
  });

  it("keeps every picture small and more than a sketch", () => {
    for (const { content } of pictures) {
      expect(content.length).toBeLessThanOrEqual(sizeLimitBytes);
      expect(content.length).toBeGreaterThan(2500);
    }
  });

  it("draws every subject differently and in the colours of its words", () => {
    expect(new Set(pictures.map(({ content }) => content)).size).toBe(subjects.length);
    for (const { prompt, content } of pictures) {
      const { palette } = briefFrom(subjects.find((subject) => subject.slug === prompt)?.text ?? "");
      expect(content).toContain(`z" fill="${palette.ground}"/>`);
      expect([palette.accent, ...palette.inks].some((ink) => content.includes(ink))).toBe(true);
    }
  });
});

describe("the pictures", () => {
  it("are the same bytes each time they are drawn", () => {
    for (const { slug, program } of artModels) {
      const again = program(briefFrom("a rose window"));
      expect(again).toBe(
        outputs.find(({ model, prompt }) => model === slug && prompt === "rose-window")?.content,
      );
    }
  });

  it("can be drawn for words nobody thought of", () => {
    const brief = briefFrom("a teapot under a violet umbrella");
    for (const { program } of artModels) expect(document.test(program(brief))).toBe(true);
  });
});
