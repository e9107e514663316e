import type { Place, Problem } from "./record.ts";

/** How many problems are kept with their text; all are counted. */
const keptProblems = 100;

/** What is wrong with a source, row by row. */
export class ProblemList {
  readonly kept: Problem[] = [];
  readonly #rows = new Set<string>();

  /** Takes the first problem of each row. */
  add(problem: Problem): void {
    if (this.hasRow(problem)) return;
    this.#rows.add(rowKey(problem));
    if (this.kept.length < keptProblems) this.kept.push(problem);
  }

  hasRow(place: Place): boolean {
    return this.#rows.has(rowKey(place));
  }

  /** The number of bad rows. */
  get rows(): number {
    return this.#rows.size;
  }
}

const rowKey = ({ file, line }: Place): string => `${line}:${file}`;

/** `file:line: field: what is wrong`. */
export function problemText({ file, line, field, detail }: Problem): string {
  return `${file}:${line}: ${field === "" ? "" : `${field}: `}${detail}`;
}

/** The first problems, one a line, and how many more there are. */
export function problemTexts(problems: ProblemList, most = 20): string[] {
  const shown = problems.kept.slice(0, most).map(problemText);
  const more = problems.rows - shown.length;
  return more > 0 ? [...shown, `... and ${more} more`] : shown;
}
