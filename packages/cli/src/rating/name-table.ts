/** Gives every name a number, from 0 in the order of appearance. */
export class NameTable {
  readonly names: string[] = [];
  readonly #places = new Map<string, number>();

  indexOf(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const index = this.names.length;
    this.#places.set(name, index);
    this.names.push(name);
    return index;
  }
}
