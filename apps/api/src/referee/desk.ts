// What the referee knows that is not evidence: ballots given out, the battles they hold, what they are expected to
// tell. All of it may be forgotten; a ballot is then looked up in the log, and a battle is given out again.
import type { BallotClaims, BattleRef } from "@agon/arena";

interface OpenBallot {
  readonly claims: BallotClaims;
  /** Milliseconds since 1970 until which nobody else gets the same battle. */
  readonly leaseUntil: number;
  /** Expected bits per pair of models. */
  readonly bits: number;
}

/** A battle waits so long for its voter before another gets it. */
const leaseMs = 120_000;

export const battleKey = ({ tournament, match, version, game }: BattleRef): string =>
  `${tournament}/${match}/${version}/${game}`;

export class Desk {
  readonly #open = new Map<string, OpenBallot>();
  #size = 0;
  /** Per criterion: n * n bits that ballots in flight will tell. */
  readonly #shadows = new Map<string, Float64Array>();

  /** Forgets everything, for an arena of `models` models. */
  reset(models: number): void {
    this.#open.clear();
    this.#shadows.clear();
    this.#size = models;
  }

  /** Room for new models: shadows start anew, since they are a courtesy. */
  resize(models: number): void {
    if (models === this.#size) return;
    this.#size = models;
    this.#shadows.clear();
  }

  give(claims: BallotClaims, information: number, now: number): void {
    const pairs = (claims.models.length * (claims.models.length - 1)) / 2;
    const bits = information / pairs;
    this.#open.set(claims.id, { claims, leaseUntil: now + leaseMs, bits });
    this.#shade(claims, bits);
  }

  /** True for a ballot given out here that nobody has cast. */
  isOpen(ballot: string): boolean {
    return this.#open.has(ballot);
  }

  close(ballot: string): void {
    const open = this.#open.get(ballot);
    if (open === undefined) return;
    this.#open.delete(ballot);
    this.#shade(open.claims, -open.bits);
  }

  /** Lets go of battles whose lease has run out. The ballot itself stays good until it expires. */
  expire(now: number): void {
    for (const [id, { leaseUntil }] of this.#open) {
      // Leases are all of one length, so the map is in order of their ends.
      if (leaseUntil > now) return;
      this.close(id);
    }
  }

  /** When the lease of every leased battle of a tournament ends, by battle. */
  leases(tournament: number): Map<string, number> {
    const leases = new Map<string, number>();
    for (const { claims, leaseUntil } of this.#open.values()) {
      if (claims.battle?.tournament === tournament) leases.set(battleKey(claims.battle), leaseUntil);
    }
    return leases;
  }

  shadow(criterion: string): Float64Array | undefined {
    return this.#shadows.get(criterion);
  }

  promptsInFlight(): Map<number, number> {
    const prompts = new Map<number, number>();
    for (const { claims } of this.#open.values())
      prompts.set(claims.prompt, (prompts.get(claims.prompt) ?? 0) + 1);
    return prompts;
  }

  gamesInFlight(models: number): number[] {
    const games = Array<number>(models).fill(0);
    for (const { claims } of this.#open.values()) {
      for (const model of claims.models) games[model] = (games[model] ?? 0) + 1;
    }
    return games;
  }

  #shade(claims: BallotClaims, bits: number): void {
    const shadow = this.#shadows.get(claims.criterion) ?? new Float64Array(this.#size ** 2);
    this.#shadows.set(claims.criterion, shadow);
    for (const a of claims.models) {
      for (const b of claims.models) {
        if (a === b || a >= this.#size || b >= this.#size) continue;
        const cell = a * this.#size + b;
        shadow[cell] = Math.max(0, (shadow[cell] ?? 0) + bits);
      }
    }
  }
}
