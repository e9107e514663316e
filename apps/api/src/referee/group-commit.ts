// The one writer of an arena. Commands that arrive while a commit runs wait and go into the next one together, so the
// cost of a D1 round trip is shared. A command is answered after its batch is in D1, never before.
import { type ArenaState, apply, consequencesOf, type Decided, type Decision } from "@agon/arena";
import type { Failure, Result } from "@agon/contract";
import { loadArena } from "./checkpoint.ts";
import { appendStatements, findBallots, type LogRow, type SpentBallot } from "./log-store.ts";
import { readModelStatements } from "./read-models.ts";

interface DecideContext {
  /** Milliseconds since 1970, the same for the whole batch. */
  readonly now: number;
  /** Ballots of the command that were cast before, in the log or earlier in this batch. */
  readonly spent: ReadonlyMap<string, SpentBallot>;
}

export interface Command<Answer> {
  /** Ids that may stand in the log already. */
  readonly ballots?: readonly string[];
  /** The ids are known not to be cast: this referee gave them out and saw none come back. */
  readonly fresh?: boolean;
  readonly decide: (state: ArenaState, context: DecideContext) => Decided<Answer>;
  /** The answer is kept with the first row, as text. */
  readonly answerText?: (answer: Answer) => string;
  /** Rows beside the log: contents that the log does not hold. */
  readonly statements?: (answer: Answer) => D1PreparedStatement[];
}

interface Job {
  readonly command: Command<unknown>;
  readonly settle: (result: Result<unknown>) => void;
  retried: boolean;
}

export interface GroupCommitHooks {
  /** After a batch is in D1; `state` is the state after it. */
  readonly committed: (rows: readonly LogRow[], state: ArenaState) => void;
  readonly loaded: (state: ArenaState) => void;
}

/** Commands a batch; more wait for the next. */
const batchLimit = 1_024;
/** Cast ballots kept in memory, so that a repeat is answered without asking D1. */
const spentLimit = 20_000;

const unavailable: Failure = {
  code: "unavailable",
  detail: "The vote could not be written now and was not counted; send the same again.",
  retryAfterS: 1,
};

export class GroupCommit {
  readonly #db: D1Database;
  readonly #arena: { readonly id: number; readonly slug: string };
  readonly #hooks: GroupCommitHooks;
  #state: ArenaState | null = null;
  #jobs: Job[] = [];
  #quiet: (() => Promise<void>)[] = [];
  #running = false;
  readonly #spent = new Map<string, SpentBallot>();
  /** Batches written and the rows in them, since this object started. */
  readonly stats = { batches: 0, rows: 0, reloads: 0 };

  constructor(db: D1Database, arena: { id: number; slug: string }, hooks: GroupCommitHooks) {
    this.#db = db;
    this.#arena = arena;
    this.#hooks = hooks;
  }

  submit<Answer>(command: Command<Answer>): Promise<Result<Answer>> {
    return new Promise((resolve) => {
      const settle = (result: Result<unknown>) => resolve(result as Result<Answer>);
      this.#jobs.push({ command: command as Command<unknown>, settle, retried: false });
      void this.#run();
    });
  }

  /** Runs between two commits, on the committed state. */
  read<T>(task: (state: ArenaState) => T | Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#quiet.push(async () => {
        try {
          resolve(await task(await this.#loaded()));
        } catch (error) {
          reject(error);
        }
      });
      void this.#run();
    });
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      while (this.#jobs.length > 0 || this.#quiet.length > 0) {
        const quiet = this.#quiet.splice(0);
        for (const task of quiet) await task();
        const jobs = this.#jobs.splice(0, this.#jobs[0]?.retried ? 1 : batchLimit);
        if (jobs.length > 0) await this.#commit(jobs);
      }
    } finally {
      this.#running = false;
    }
  }

  async #loaded(): Promise<ArenaState> {
    if (this.#state === null) {
      this.#state = await loadArena(this.#db, this.#arena.id);
      this.stats.reloads += 1;
      this.#hooks.loaded(this.#state);
    }
    return this.#state;
  }

  async #commit(jobs: readonly Job[]): Promise<void> {
    try {
      await this.#commitOnce(jobs);
    } catch (error) {
      // Whatever happened, the log knows: forget everything, read it again, and decide what it does not hold once more.
      console.error("commit failed", error);
      this.#state = null;
      this.#spent.clear();
      await this.#decideAgain(jobs);
    }
  }

  /** Once more and one by one, so that a command that cannot be decided does not take its neighbours along. */
  async #decideAgain(jobs: readonly Job[]): Promise<void> {
    const reachable = await this.#loaded().then(
      () => true,
      () => false,
    );
    const again = reachable ? jobs.filter((job) => !job.retried) : [];
    for (const job of jobs) if (!again.includes(job)) job.settle({ ok: false, error: unavailable });
    for (const job of again) job.retried = true;
    this.#jobs.unshift(...again);
  }

  async #commitOnce(jobs: readonly Job[]): Promise<void> {
    const before = await this.#loaded();
    const spent = await this.#lookUp(jobs);
    const batch = new Batch(this.#arena.slug, before, Date.now(), spent);
    const settled = jobs.map((job) => ({ job, result: batch.take(job.command) }));
    // From here on the old state must not be read: its maps have moved on with the batch.
    this.#state = batch.state;
    if (batch.rows.length > 0 || batch.statements.length > 0) await this.#write(batch);
    for (const [id, ballot] of batch.cast) this.#remember(id, ballot);
    if (batch.rows.length > 0) this.#hooks.committed(batch.rows, batch.state);
    for (const { job, result } of settled) job.settle(result);
  }

  async #write(batch: Batch): Promise<void> {
    const { rows } = batch;
    await this.#db.batch([
      ...appendStatements(this.#db, this.#arena.id, rows),
      ...readModelStatements(this.#db, this.#arena.id, rows),
      ...batch.statements,
    ]);
    this.stats.batches += 1;
    this.stats.rows += rows.length;
  }

  async #lookUp(jobs: readonly Job[]): Promise<Map<string, SpentBallot>> {
    const unsure = jobs.filter(({ command, retried }) => retried || !command.fresh);
    const ids = [...new Set(unsure.flatMap(({ command }) => command.ballots ?? []))];
    const asked = ids.filter((id) => !this.#spent.has(id));
    const found =
      asked.length === 0
        ? new Map<string, SpentBallot>()
        : await findBallots(this.#db, this.#arena.id, asked);
    for (const { command } of jobs) {
      for (const id of command.ballots ?? []) {
        const known = this.#spent.get(id);
        if (known) found.set(id, known);
      }
    }
    return found;
  }

  #remember(id: string, ballot: SpentBallot): void {
    this.#spent.set(id, ballot);
    if (this.#spent.size <= spentLimit) return;
    const oldest = this.#spent.keys().next().value;
    if (oldest !== undefined) this.#spent.delete(oldest);
  }
}

/** A batch in the making: every command is decided on the state that the ones before it left. */
class Batch {
  readonly rows: LogRow[] = [];
  readonly statements: D1PreparedStatement[] = [];
  /** Ballots cast in this batch. */
  readonly cast = new Map<string, SpentBallot>();
  state: ArenaState;
  readonly #slug: string;
  readonly #now: number;
  readonly #spent: Map<string, SpentBallot>;

  constructor(slug: string, state: ArenaState, now: number, spent: Map<string, SpentBallot>) {
    this.#slug = slug;
    this.state = state;
    this.#now = now;
    this.#spent = spent;
  }

  take(command: Command<unknown>): Result<unknown> {
    const decided = command.decide(this.state, { now: this.#now, spent: this.#spent });
    if (!decided.ok) return decided;
    const first = this.rows.length;
    const seqs = decided.value.drafts.map((draft) => this.#append(draft));
    const answer = decided.value.answer(this.state, seqs);
    this.#keepAnswer(command, answer, first);
    if (command.statements) this.statements.push(...command.statements(answer));
    return { ok: true, value: answer };
  }

  #append({ event, ballot }: Decision<unknown>["drafts"][number]): number {
    const seq = this.state.seq + 1;
    const before = this.state.tournaments;
    const { state, effects } = apply(this.state, { seq, at: this.#now, event });
    this.state = state;
    const prev = effects.tournament === null ? 0 : (before[effects.tournament - 1]?.seq ?? 0);
    const feed = consequencesOf(this.#slug, state, effects, prev);
    this.rows.push({ seq, ballot: ballot ?? null, at: this.#now, event, answer: null, feed });
    return seq;
  }

  #keepAnswer(command: Command<unknown>, answer: unknown, first: number): void {
    const row = this.rows[first];
    if (row === undefined) return;
    const text = command.answerText?.(answer) ?? null;
    if (text !== null) this.rows[first] = { ...row, answer: text };
    for (const { ballot, event, seq, at } of this.rows.slice(first)) {
      if (ballot === null) continue;
      const spent = { seq, at, event, answer: text };
      this.cast.set(ballot, spent);
      this.#spent.set(ballot, spent);
    }
  }
}
