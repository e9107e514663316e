import { describe, expect, it } from "vitest";
import { Occupancy } from "./occupancy.ts";

describe("Occupancy", () => {
  const taken = new Occupancy(10);
  taken.add([{ x: 9.5, y: 9.5 }]);

  it("finds a point in a neighbouring cell", () => {
    expect(taken.free({ x: 10.5, y: 10.5 })).toBe(false);
  });

  it("is free from the spacing on", () => {
    expect(taken.free({ x: 19.4, y: 9.5 })).toBe(false);
    expect(taken.free({ x: 19.5, y: 9.5 })).toBe(true);
  });

  it("lets points closer when only a share of the spacing is asked for", () => {
    expect(taken.free({ x: 15, y: 9.5 }, 0.5)).toBe(true);
    expect(taken.free({ x: 14, y: 9.5 }, 0.5)).toBe(false);
  });
});
