import { describe, expect, it } from "vitest";
import { briefFrom, energyAt } from "./brief.ts";
import { inkAt, shade } from "./palette.ts";
import { palettes } from "./palettes.ts";

describe("briefFrom", () => {
  it("adds up what the words say", () => {
    // city: order +.4, density +.2; night: energy -.1; all from .5.
    const brief = briefFrom("a city at night");
    expect(brief.order).toBeCloseTo(0.9, 12);
    expect(brief.density).toBeCloseTo(0.7, 12);
    expect(brief.energy.above).toBeCloseTo(0.4, 12);
    expect(brief.palette).toBe(palettes.city);
  });

  it("puts the storm above and the calm below", () => {
    const brief = briefFrom("a storm over a calm sea");
    expect(brief.energy.above).toBeCloseTo(0.95, 12);
    expect(brief.energy.below).toBeCloseTo(0.1, 12);
    expect(energyAt(brief, 0)).toBe(brief.energy.above);
    expect(energyAt(brief, 1)).toBe(brief.energy.below);
    expect(energyAt(brief, 0.55)).toBeCloseTo(0.525, 12);
  });

  it("keeps every quality within [0, 1] however often a word is said", () => {
    const brief = briefFrom("storm storm storm swarm snow snow snow snow snow");
    for (const value of [brief.energy.above, brief.density, brief.order]) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
  });

  it("reads words it does not know as nothing but a seed", () => {
    const [one, other] = [briefFrom("xyzzy"), briefFrom("plugh")];
    expect(one.seed).not.toBe(other.seed);
    expect({ ...one, seed: 0 }).toEqual({ ...other, seed: 0 });
  });
});

describe("a palette", () => {
  it("runs from the quietest ink to the loudest", () => {
    const { sea } = palettes;
    expect([shade(sea, 0), shade(sea, 0.5), shade(sea, 1)]).toEqual([sea.inks[0], sea.inks[2], sea.inks[4]]);
  });

  it("gives no more colours than steps allow", () => {
    const shades = Array.from({ length: 101 }, (_, i) => shade(palettes.sea, i / 100, 4));
    expect(new Set(shades).size).toBe(5);
  });

  it("hands out inks unmixed", () => {
    const { sea } = palettes;
    expect([inkAt(sea, 0), inkAt(sea, 0.99), inkAt(sea, 1)]).toEqual([sea.inks[0], sea.inks[4], sea.inks[4]]);
  });
});
