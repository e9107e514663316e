// What the group commit is measured against: the same decisions and the same rows, a `batch()` for every vote.
import { type ArenaState, apply, consequencesOf } from "@agon/arena";
import type { Command } from "../../../apps/api/src/referee/group-commit.ts";
import { appendStatements, type LogRow } from "../../../apps/api/src/referee/log-store.ts";
import { readModelStatements } from "../../../apps/api/src/referee/read-models.ts";

export class OneBatchAVote {
  readonly #db: D1Database;
  readonly #arena: { readonly id: number; readonly slug: string };
  #state: ArenaState;

  constructor(db: D1Database, arena: { id: number; slug: string }, state: ArenaState) {
    this.#db = db;
    this.#arena = arena;
    this.#state = state;
  }

  /** Decides at once and writes alone; batches of several callers may be on their way at the same time. */
  async submit(command: Command<string>): Promise<void> {
    const rows = this.#decide(command);
    const { id } = this.#arena;
    await this.#db.batch([
      ...appendStatements(this.#db, id, rows),
      ...readModelStatements(this.#db, id, rows),
    ]);
  }

  #decide(command: Command<string>): LogRow[] {
    const decided = command.decide(this.#state, { now: Date.now(), spent: new Map() });
    if (!decided.ok) throw new Error(decided.error.detail);
    const rows = decided.value.drafts.map(({ event, ballot }): LogRow => {
      const entry = { seq: this.#state.seq + 1, at: Date.now(), event };
      const { state, effects } = apply(this.#state, entry);
      this.#state = state;
      const feed = consequencesOf(this.#arena.slug, state, effects, 0);
      return { ...entry, ballot: ballot ?? null, answer: null, feed };
    });
    const answer = decided.value.answer(
      this.#state,
      rows.map(({ seq }) => seq),
    );
    return rows.map((row) => ({ ...row, answer }));
  }
}
