// Work on submissions that nobody asks for: ended embargoes, placements, outputs sent to the queue. What was sent is
// remembered for a while only; a message that is lost is sent again.
import { type ArenaState, intakeDue } from "@agon/arena";
import type { WorkMessage } from "../work/message.ts";
import type { GroupCommit } from "./group-commit.ts";
import type { ArenaIdentity } from "./identity.ts";
import { placementCommand, releaseCommand } from "./submission-commands.ts";

/** Longer than all tries of a message together. */
const leaseMs = 15 * 60_000;
/** The queue takes so many messages a call. */
const sendBatch = 100;

export class IntakeRunner {
  readonly #queue: Queue<WorkMessage>;
  /** Until when an output is left to the queue, in milliseconds since 1970. */
  readonly #leases = new Map<string, number>();

  constructor(queue: Queue<WorkMessage>) {
    this.#queue = queue;
  }

  forget(): void {
    this.#leases.clear();
  }

  /** When there is something to do, in milliseconds since 1970; null when there is nothing. */
  dueAt(state: ArenaState, now: number): number | null {
    const { release, place, fetch, nextReleaseAt } = intakeDue(state, now);
    if (release.length + place.length > 0) return now;
    const times = fetch.map((output) => this.#leases.get(leaseKey(output)) ?? now);
    return [...times, ...(nextReleaseAt === null ? [] : [nextReleaseAt])].reduce<number | null>(
      (first, time) => Math.min(first ?? time, time),
      null,
    );
  }

  async run(arena: ArenaIdentity, commit: GroupCommit, db: D1Database): Promise<void> {
    const now = Date.now();
    const { release, fetch } = await commit.read((state) => intakeDue(state, now));
    const place = { db, id: arena.id, slug: arena.slug };
    const released = await Promise.all(release.map((id) => commit.submit(releaseCommand(place, id))));
    // Those just released are among them.
    const due = await commit.read((state) => intakeDue(state, now));
    const placed = await Promise.all(
      due.place.map((id) => commit.submit(placementCommand(id, crypto.randomUUID()))),
    );
    const failed = [...released, ...placed].find((result) => !result.ok);
    if (failed && !failed.ok) throw new Error(`submissions wait: ${failed.error.detail}`);
    await this.#send(arena.id, fetch, now);
  }

  async #send(
    arena: number,
    outputs: readonly { readonly id: string; readonly prompt: number }[],
    now: number,
  ): Promise<void> {
    const unsent = outputs.filter((output) => (this.#leases.get(leaseKey(output)) ?? 0) <= now);
    for (let from = 0; from < unsent.length; from += sendBatch) {
      const some = unsent.slice(from, from + sendBatch);
      await this.#queue.sendBatch(
        some.map(({ id, prompt }) => ({
          body: { kind: "submission-output", arena, submission: id, prompt } as const,
        })),
      );
      for (const output of some) this.#leases.set(leaseKey(output), now + leaseMs);
    }
    for (const [key, until] of this.#leases) if (until <= now) this.#leases.delete(key);
  }
}

const leaseKey = ({ id, prompt }: { readonly id: string; readonly prompt: number }): string =>
  `${id}/${prompt}`;
