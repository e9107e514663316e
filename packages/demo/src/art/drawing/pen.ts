import { itemAt } from "../../item-at.ts";
import { midpoint, type Point } from "./geometry.ts";

/**
 * Writes SVG path data with relative coordinates of one decimal. Every move starts from the rounded place
 * where the last one ended, so that rounding never adds up.
 */
export class Pen {
  #data = "";
  #x = 0;
  #y = 0;

  get data(): string {
    return this.#data;
  }

  move(to: Point): this {
    return this.#step("m", to);
  }

  line(to: Point): this {
    const [dx, dy] = [tenths(to.x) - this.#x, tenths(to.y) - this.#y];
    if (dx !== 0 && dy !== 0) return this.#step("l", to);
    this.#data += dy === 0 ? `h${written(dx)}` : `v${written(dy)}`;
    this.#x += dx;
    this.#y += dy;
    return this;
  }

  /** A short flat stroke, which round caps turn into a dot. */
  dot(at: Point): this {
    this.move(at);
    this.#data += "h.1";
    this.#x += 1;
    return this;
  }

  /** A circular arc of less than half a turn; `clockwise` as seen on the sheet. */
  arc(radius: number, to: Point, clockwise: boolean): this {
    const r = written(tenths(radius));
    return this.#step(`a${r} ${r} 0 0${clockwise ? 1 : 0}`, to);
  }

  /** A quadratic curve. */
  curve(control: Point, to: Point): this {
    this.#data += `q${this.#delta(control)}`;
    if (!this.#delta(to).startsWith("-")) this.#data += " ";
    return this.#step("", to);
  }

  polygon(points: readonly Point[]): this {
    const [first, ...others] = points;
    if (first === undefined) return this;
    const start = this.move(first).#place();
    for (const point of others) this.line(point);
    return this.#close(start);
  }

  circle(middle: Point, radius: number): this {
    const right = { x: middle.x + radius, y: middle.y };
    const left = { x: middle.x - radius, y: middle.y };
    const start = this.move(right).#place();
    return this.arc(radius, left, true).arc(radius, right, true).#close(start);
  }

  /**
   * A quadratic B-spline that begins at the first point, ends at the last and is drawn to those between.
   * Each `t` takes its control point from the one before; what rounding did to that one is passed on here.
   */
  smooth(points: readonly Point[]): this {
    if (points.length < 3) return this.#open(points);
    this.move(itemAt(points, 0));
    let control = itemAt(points, 1);
    let end = midpoint(control, itemAt(points, 2));
    if (points.length === 3) return this.curve(control, itemAt(points, 2));
    this.curve(control, end);
    for (let i = 2; i < points.length - 1; i++) {
      const here = this.#place();
      control = { x: 2 * here.x - control.x, y: 2 * here.y - control.y };
      const next = itemAt(points, i + 1);
      end = i === points.length - 2 ? next : midpoint(control, next);
      this.#step("t", end);
    }
    return this;
  }

  /** A closed quadratic B-spline around at least three points. */
  blob(points: readonly Point[]): this {
    const [first, second] = [itemAt(points, 0), itemAt(points, 1)];
    const start = this.move(midpoint(first, second)).#place();
    let control = second;
    this.curve(control, midpoint(control, itemAt(points, 2 % points.length)));
    for (let i = 2; i <= points.length; i++) {
      const here = this.#place();
      control = { x: 2 * here.x - control.x, y: 2 * here.y - control.y };
      const next = itemAt(points, (i + 1) % points.length);
      this.#step("t", i === points.length ? start : midpoint(control, next));
    }
    return this.#close(start);
  }

  #open(points: readonly Point[]): this {
    points.forEach((point, i) => {
      if (i === 0) this.move(point);
      else this.line(point);
    });
    return this;
  }

  #place(): Point {
    return { x: this.#x / 10, y: this.#y / 10 };
  }

  /** After `z` the current point is where the figure began. */
  #close(start: Point): this {
    this.#data += "z";
    this.#x = tenths(start.x);
    this.#y = tenths(start.y);
    return this;
  }

  #delta(to: Point): string {
    const [dx, dy] = [tenths(to.x) - this.#x, tenths(to.y) - this.#y];
    return `${written(dx)}${dy < 0 ? "" : " "}${written(dy)}`;
  }

  #step(command: string, to: Point): this {
    const delta = this.#delta(to);
    const gap = /\d$/.test(command) && !delta.startsWith("-") ? " " : "";
    this.#data += `${command}${gap}${delta}`;
    this.#x = tenths(to.x);
    this.#y = tenths(to.y);
    return this;
  }
}

function tenths(value: number): number {
  return Math.round(value * 10);
}

function written(count: number): string {
  return String(count / 10).replace(/^(-?)0\./, "$1.");
}
