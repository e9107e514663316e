import type { Place } from "./record.ts";

/** Below the API's limits of 1,000 rows and 1 MiB a request. */
const mostRows = 1_000;
const mostBytes = 1_000_000;

/** Lines that travel in one request, and where each came from. */
export interface Batch {
  readonly lines: readonly string[];
  readonly places: readonly Place[];
}

/** Collects lines until a request is full. */
export class Batcher {
  #lines: string[] = [];
  #places: Place[] = [];
  #bytes = 0;

  /** Adds a line; gives back the batch that had no room for it, if any. */
  add(line: string, place: Place): Batch | null {
    const bytes = Buffer.byteLength(line) + 1;
    const isFull = this.#lines.length >= mostRows || this.#bytes + bytes > mostBytes;
    const full = isFull ? this.take() : null;
    this.#lines.push(line);
    this.#places.push(place);
    this.#bytes += bytes;
    return full;
  }

  /** Everything collected so far, or null when there is nothing. */
  take(): Batch | null {
    if (this.#lines.length === 0) return null;
    const batch = { lines: this.#lines, places: this.#places };
    this.#lines = [];
    this.#places = [];
    this.#bytes = 0;
    return batch;
  }
}
