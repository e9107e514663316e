// Battles in the hands of machine judges. Leases are soft: whoever forgets them gives the battle out again, and its id
// keeps it from counting twice. What was given up is kept in the object's own storage until an operator says retry.
import type { JudgeMessage } from "../judging/message.ts";

interface Issued {
  readonly message: JudgeMessage;
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly leaseUntil: number;
  /** Dollars it may cost. */
  readonly reservedUsd: number;
  /** The delivery that works on it. */
  delivery: string | null;
}

export interface Failed {
  readonly issue: string;
  readonly judge: string;
  readonly tournament: number;
  readonly match: string;
  readonly tries: number;
  readonly code: string;
  readonly reason: string;
  readonly at: number;
  /** When it may be given out again; null: not before an operator says so. */
  readonly nextAt: number | null;
}

export interface FailedTry {
  readonly code: string;
  readonly reason: string;
  /** Trying again may help. */
  readonly again: boolean;
}

/** A failed call of a judge that other members of its panel made up for, or that was tried again. */
export interface RecentFailure {
  readonly judge: string;
  readonly code: string;
  readonly reason: string;
  readonly at: number;
}

/** Six calls of a minute with their retries fit in it. */
const leaseMs = 600_000;
const mostTries = 3;
const firstWaitMs = 15_000;
const recentKept = 50;

export class IssuedBattles {
  readonly #sql: SqlStorage;
  readonly #issued = new Map<string, Issued>();
  readonly #failed = new Map<string, Failed>();

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(`CREATE TABLE IF NOT EXISTS judge_failed (issue TEXT PRIMARY KEY, judge TEXT, tournament INTEGER,
      match TEXT, tries INTEGER, code TEXT, reason TEXT, at INTEGER, nextAt INTEGER)`);
    sql.exec("CREATE TABLE IF NOT EXISTS judge_recent (judge TEXT, code TEXT, reason TEXT, at INTEGER)");
    for (const row of sql.exec<Failed & Record<string, SqlStorageValue>>("SELECT * FROM judge_failed"))
      this.#failed.set(row.issue, row);
  }

  give(message: JudgeMessage, reservedUsd: number, now: number): void {
    const leaseUntil = now + leaseMs;
    this.#issued.set(message.issue, { message, since: now, leaseUntil, reservedUsd, delivery: null });
  }

  /** The same delivery may begin again; another one may not while the lease runs. */
  begin(message: JudgeMessage, delivery: string, now: number): boolean {
    const held = this.#issued.get(message.issue);
    if (held?.delivery && held.delivery !== delivery && held.leaseUntil > now) return false;
    // A referee that was away knows nothing of the lease: the message brings it back.
    if (held === undefined) this.give(message, 0, now);
    const taken = this.#issued.get(message.issue);
    if (taken) taken.delivery = delivery;
    return true;
  }

  /** Ends the lease. */
  close(issue: string): void {
    this.#issued.delete(issue);
  }

  settle(issue: string): void {
    this.close(issue);
    if (this.#failed.delete(issue)) this.#sql.exec("DELETE FROM judge_failed WHERE issue = ?", issue);
  }

  /**
   * Notes a battle that was not judged; after several tries, or where trying is of no use, it is given up. While the
   * provider is left alone nothing was tried.
   */
  fail({ issue, judge, battle }: JudgeMessage, { code, reason, again }: FailedTry, now: number): void {
    this.close(issue);
    const left = code === "circuit_open";
    const tries = (this.#failed.get(issue)?.tries ?? 0) + (left ? 0 : 1);
    const nextAt = again && tries < mostTries ? now + firstWaitMs * 2 ** Math.max(0, tries - 1) : null;
    const { tournament, match } = battle;
    const failed: Failed = { issue, judge, tournament, match, tries, code, reason, at: now, nextAt };
    this.#failed.set(issue, failed);
    this.#sql.exec(
      "INSERT OR REPLACE INTO judge_failed VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      ...[issue, judge, tournament, match, tries, code, reason, now, nextAt],
    );
  }

  /** Calls that failed on the way to a verdict, or to none. */
  noteFailures(failures: readonly Omit<RecentFailure, "at">[], now: number): void {
    for (const { judge, code, reason } of failures) {
      this.#sql.exec("INSERT INTO judge_recent VALUES (?, ?, ?, ?)", judge, code, reason.slice(0, 500), now);
      this.#sql.exec(
        `DELETE FROM judge_recent WHERE judge = ?1 AND rowid NOT IN
         (SELECT rowid FROM judge_recent WHERE judge = ?1 ORDER BY rowid DESC LIMIT ?2)`,
        judge,
        recentKept,
      );
    }
  }

  recentFailures(judges: readonly string[]): RecentFailure[] {
    const rows = this.#sql.exec<RecentFailure & Record<string, SqlStorageValue>>(
      `SELECT judge, code, reason, at FROM judge_recent WHERE judge IN (SELECT value FROM json_each(?))
       ORDER BY rowid DESC LIMIT ?`,
      JSON.stringify(judges),
      recentKept,
    );
    return [...rows];
  }

  /** Gives everything a judge gave up free again. */
  retry(judge: string): void {
    for (const { issue } of [...this.#failed.values()].filter((one) => one.judge === judge))
      this.settle(issue);
  }

  /** Lets go of battles whose lease has run out: their messages or their judges are lost. */
  expire(now: number): void {
    for (const [issue, { leaseUntil }] of this.#issued) if (leaseUntil <= now) this.#issued.delete(issue);
  }

  /** True while nobody else may get the battle. */
  holds(issue: string, now: number): boolean {
    const failed = this.#failed.get(issue);
    const waits = failed !== undefined && (failed.nextAt === null || failed.nextAt > now);
    return waits || this.#issued.has(issue);
  }

  /** Answers that could not be read: the next try asks anew. */
  invalidTries(issue: string): number {
    const failed = this.#failed.get(issue);
    return failed?.code === "invalid" ? failed.tries : 0;
  }

  running(judge: string): Issued[] {
    return [...this.#issued.values()].filter(({ message }) => message.judge === judge);
  }

  failedOf(judge: string): Failed[] {
    return [...this.#failed.values()].filter((one) => one.judge === judge);
  }

  /** When a lease or a wait ends next; null when nothing is out. */
  nextAt(): number | null {
    const leases = [...this.#issued.values()].map(({ leaseUntil }) => leaseUntil);
    const waits = [...this.#failed.values()].flatMap(({ nextAt }) => nextAt ?? []);
    const all = [...leases, ...waits];
    return all.length === 0 ? null : Math.min(...all);
  }
}
