/** A list of integers that grows: four bytes each, where an array of objects takes a hundred. */
export class IntColumn {
  #cells = new Int32Array(1_024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#cells.length) {
      const wider = new Int32Array(this.#cells.length * 2);
      wider.set(this.#cells);
      this.#cells = wider;
    }
    this.#cells[this.length++] = value;
  }

  at(index: number): number {
    return this.#cells[index] ?? 0;
  }

  slice(from: number, to: number): number[] {
    return Array.from(this.#cells.subarray(from, to));
  }
}
