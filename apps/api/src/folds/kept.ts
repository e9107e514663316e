/** Answers of this isolate by what they depend on; the oldest make room. A failure is not kept. */
export class Kept<T> {
  readonly #answers = new Map<string, Promise<T>>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = make();
    if (this.#answers.size >= this.#limit) this.#answers.delete(this.#answers.keys().next().value ?? "");
    this.#answers.set(key, answer);
    answer.catch(() => this.#answers.delete(key));
    return answer;
  }
}
