import { distance, type Point } from "../drawing/geometry.ts";

/** Remembers where points lie, in a grid of cells as wide as the distance they are to keep. */
export class Occupancy {
  readonly #cells = new Map<string, Point[]>();
  readonly #spacing: number;

  constructor(spacing: number) {
    this.#spacing = spacing;
  }

  add(points: readonly Point[]): void {
    for (const point of points) {
      const key = this.#key(point.x, point.y);
      const cell = this.#cells.get(key);
      if (cell === undefined) this.#cells.set(key, [point]);
      else cell.push(point);
    }
  }

  /** Whether no point lies within the spacing, or a share of it up to 1, of a place. */
  free({ x, y }: Point, share = 1): boolean {
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        const near = this.#cells.get(this.#key(x + dx * this.#spacing, y + dy * this.#spacing)) ?? [];
        if (near.some((point) => distance(point, { x, y }) < share * this.#spacing)) return false;
      }
    }
    return true;
  }

  #key(x: number, y: number): string {
    return `${Math.floor(x / this.#spacing)} ${Math.floor(y / this.#spacing)}`;
  }
}
