import { InputError } from "../failure.ts";
import { FieldError, type Fields, fieldsOf } from "../importing/fields.ts";
import { ProblemList, problemTexts } from "../importing/problems.ts";
import { openCsvTable } from "../reading/csv-table.ts";
import { jsonRows } from "../reading/json-rows.ts";
import { firstCharacter } from "../reading/open-file.ts";
import type { Vote } from "./vote.ts";
import { cellReader } from "./vote-cells.ts";
import { type VoteChoice, voteOf } from "./vote-fields.ts";

/** A file with more bad rows than this is not read to its end. */
const mostProblems = 1_000;

type Take = (vote: Vote, line: number) => void;

/** Runs `read` for one row; what is wrong with the row is written down. */
function attempt(problems: ProblemList, file: string, line: number, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    problems.add({ file, line, field: error.field, detail: error.message });
  }
}

/** A saved page of the API holds its rows under `data`. */
function valuesIn(value: unknown): readonly unknown[] {
  const row: Fields = fieldsOf(value);
  return Array.isArray(row.data) ? row.data : [value];
}

/** In a log with several criteria one must be chosen: they are different questions. */
class OneCriterion {
  #seen: string | null = null;
  readonly #choice: VoteChoice;
  constructor(choice: VoteChoice) {
    this.#choice = choice;
  }

  check(value: unknown): void {
    const criterion = fieldsOf(value).criterion;
    if (this.#choice.criterion !== undefined || typeof criterion !== "string") return;
    this.#seen ??= criterion;
    if (this.#seen === criterion) return;
    throw new InputError(
      `The log holds votes on several criteria: ${this.#seen}, ${criterion}`,
      "Choose one with --criterion.",
    );
  }
}

async function readJson(file: string, choice: VoteChoice, problems: ProblemList, take: Take): Promise<void> {
  const criteria = new OneCriterion(choice);
  for await (const batch of jsonRows(file)) {
    for (const row of batch) {
      attempt(problems, file, row.line, () => {
        if ("problem" in row) throw new FieldError("", row.problem);
        for (const value of valuesIn(row.value)) {
          criteria.check(value);
          const vote = voteOf(value, choice);
          if (vote !== null) take(vote, row.line);
        }
      });
    }
    if (problems.rows > mostProblems) return;
  }
}

async function readCsv(file: string, choice: VoteChoice, problems: ProblemList, take: Take): Promise<void> {
  const { header, rows } = await openCsvTable(file);
  const read = cellReader(file, header, choice);
  for await (const batch of rows) {
    for (const row of batch) {
      attempt(problems, file, row.line, () => {
        if ("problem" in row) throw new FieldError("", row.problem);
        const vote = read(row.value);
        if (vote !== null) take(vote, row.line);
      });
    }
    if (problems.rows > mostProblems) return;
  }
}

/**
 * Calls `take` for every vote of a CSV, JSON or JSONL file. `take` may throw `FieldError` for a vote it cannot use.
 * @throws InputError with the line and column of every bad row (the first of many)
 */
export async function readVotes(file: string, choice: VoteChoice, take: Take): Promise<void> {
  const problems = new ProblemList();
  const first = await firstCharacter(file);
  if (first === null) throw new InputError(`${file}: the file is empty`);
  const read = first === "{" || first === "[" ? readJson : readCsv;
  await read(file, choice, problems, take);
  if (problems.rows === 0) return;
  throw new InputError(
    [
      `${problems.rows === 1 ? "1 row is" : `${problems.rows} rows are`} not valid.`,
      ...problemTexts(problems),
    ].join("\n"),
    "Nothing was rated: correct the rows.",
  );
}
