import { describe, expect, it } from "vitest";
import { randomFrom } from "../../random.ts";
import { Pen } from "./pen.ts";

const at = (x: number, y: number) => ({ x, y });

/** Where the relative steps of path data of m, l, h and v lead, one place a step. */
function walked(data: string): number[][] {
  let [x, y] = [0, 0];
  return [...data.matchAll(/([mlhv])([^a-z]*)/g)].map(([, command, rest = ""]) => {
    const [first = 0, second = 0] = [...rest.matchAll(/-?\d*\.?\d+/g)].map(Number);
    if (command !== "v") x += first;
    y += command === "v" ? first : second;
    return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
  });
}

describe("Pen", () => {
  it("writes short relative steps", () => {
    expect(new Pen().move(at(10, 20)).line(at(10.5, 19.5)).line(at(10.5, 30)).line(at(0, 30)).data).toBe(
      "m10 20l.5-.5v10.5h-10.5",
    );
  });

  it("does not let rounding add up over a long line", () => {
    const random = randomFrom(1);
    const points = Array.from({ length: 500 }, (_, i) => at(i / 3, random() * 800));
    const pen = new Pen().move(at(0, 0));
    for (const point of points) pen.line(point);
    const end = walked(pen.data).at(-1) ?? [];
    expect(end[0]).toBeCloseTo(points.at(-1)?.x ?? 0, 0);
    expect(end[1]).toBeCloseTo(points.at(-1)?.y ?? 0, 0);
  });

  it("starts the next figure from the beginning of a closed one", () => {
    const square = [at(10, 10), at(20, 10), at(20, 20), at(10, 20)];
    expect(new Pen().polygon(square).move(at(15, 15)).data).toBe("m10 10h10v10h-10zm5 5");
  });

  it("writes a circle as two half turns", () => {
    expect(new Pen().circle(at(50, 50), 20).data).toBe("m70 50a20 20 0 01-40 0a20 20 0 01 40 0z");
  });

  it("smooths a line into a curve between its first and last point", () => {
    // Controls at (10, 10) and (20, 0), so the first curve ends halfway between them.
    expect(new Pen().smooth([at(0, 0), at(10, 10), at(20, 0), at(30, 10)]).data).toBe("m0 0q10 10 15 5t15 5");
  });

  it("draws lines of one or two points as they are", () => {
    expect(new Pen().smooth([at(1, 2)]).data).toBe("m1 2");
    expect(new Pen().smooth([at(1, 2), at(4, 6)]).data).toBe("m1 2l3 4");
    expect(new Pen().smooth([]).data).toBe("");
  });

  it("closes a blob where it began", () => {
    const blob = new Pen().blob([at(0, 0), at(20, 0), at(20, 20), at(0, 20)]);
    expect(blob.data).toBe("m10 0q10 0 10 10t-10 10t-10-10t10-10z");
  });
});
