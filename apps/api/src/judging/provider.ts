// One endpoint of language models, shared by all arenas: so many calls at once, and none for a while when most fail.
// Nothing here is evidence, so nothing is stored: an object that was away starts with a closed circuit.
import { DurableObject } from "cloudflare:workers";
import type { Bindings } from "../bindings.ts";

/** The circuit opens when half of so many calls failed. */
const watched = 20;
const openMs = 30_000;
/** A call that never reports back is given up. */
const callMs = 90_000;
const longestWaitMs = 60_000;

export type Entry =
  | { readonly status: "enter"; readonly ticket: number }
  /** Most calls failed lately, or there was no room in time. */
  | { readonly status: "wait"; readonly reason: "circuit_open" | "busy"; readonly afterMs: number };

export class Provider extends DurableObject<Bindings> {
  #tickets = 0;
  /** When each call under way is given up. */
  readonly #calls = new Map<number, number>();
  #waiting: (() => void)[] = [];
  #outcomes: boolean[] = [];
  #openUntil = 0;
  #probing = false;

  /** Waits for room among `most` calls at once. */
  async enter(most: number): Promise<Entry> {
    const untilMs = Date.now() + longestWaitMs;
    for (;;) {
      const now = Date.now();
      if (now < this.#openUntil)
        return { status: "wait", reason: "circuit_open", afterMs: this.#openUntil - now };
      this.#giveUpLost(now);
      if (this.#calls.size < this.#room(most)) return this.#admit(now);
      if (now >= untilMs) return { status: "wait", reason: "busy", afterMs: 5_000 };
      await this.#change(1_000);
    }
  }

  leave(ticket: number, good: boolean): void {
    if (!this.#calls.delete(ticket)) return;
    this.#record(good);
    this.#wake();
  }

  /** After the circuit was open, one call tries alone. */
  #room(most: number): number {
    return this.#probing ? Math.min(1, most) : most;
  }

  #admit(now: number): Entry {
    const ticket = ++this.#tickets;
    this.#calls.set(ticket, now + callMs);
    return { status: "enter", ticket };
  }

  #record(good: boolean): void {
    if (this.#probing) {
      this.#probing = !good;
      if (!good) this.#openUntil = Date.now() + openMs;
      return;
    }
    this.#outcomes = [...this.#outcomes, good].slice(-watched);
    const failed = this.#outcomes.filter((outcome) => !outcome).length;
    if (this.#outcomes.length < watched || failed * 2 < watched) return;
    this.#outcomes = [];
    this.#probing = true;
    this.#openUntil = Date.now() + openMs;
  }

  #giveUpLost(now: number): void {
    for (const [ticket, untilMs] of this.#calls) {
      if (untilMs > now) continue;
      this.#calls.delete(ticket);
      this.#record(false);
    }
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  #change(atMostMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, atMostMs);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
