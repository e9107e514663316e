// Several kinds of work on the one alarm an object has.
type Work = "checkpoint" | "board" | "program" | "intake" | "judging" | "courier";

export class Due {
  readonly #storage: DurableObjectStorage;
  /** Milliseconds since 1970. */
  readonly #times = new Map<Work, number>();
  #alarmAt: number | null = null;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  /** Wants the work done at a time; an earlier wish stands. */
  at(work: Work, time: number): void {
    this.#times.set(work, Math.min(time, this.#times.get(work) ?? time));
  }

  /** True, once, when the work is due. */
  take(work: Work, now: number): boolean {
    const time = this.#times.get(work);
    if (time === undefined || time > now) return false;
    this.#times.delete(work);
    return true;
  }

  /** The alarm has rung. */
  woken(): void {
    this.#alarmAt = null;
    this.#times.delete("program");
  }

  /** Sets the alarm for the earliest work. */
  async schedule(): Promise<void> {
    if (this.#times.size === 0) return;
    const next = Math.min(...this.#times.values());
    if (this.#alarmAt !== null && this.#alarmAt <= next) return;
    this.#alarmAt = next;
    await this.#storage.setAlarm(next);
  }
}
