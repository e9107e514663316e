import { describe, expect, it } from "vitest";
import { mix } from "./colour.ts";

describe("mix", () => {
  it("gives back both ends", () => {
    expect(mix("#a63c17", "#4f6228", 0)).toBe("#a63c17");
    expect(mix("#a63c17", "#4f6228", 1)).toBe("#4f6228");
  });

  it("finds the grey that looks halfway between black and white", () => {
    // OKLab lightness .5 is linear .125, which sRGB encodes as .3885: 99 of 255.
    expect(mix("#000000", "#ffffff", 0.5)).toBe("#636363");
  });

  it("does not go past the ends", () => {
    expect(mix("#000000", "#808080", 1.5)).toBe("#808080");
    expect(mix("#404040", "#808080", -1)).toBe("#404040");
  });
});
