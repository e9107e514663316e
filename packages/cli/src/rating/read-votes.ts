import { InputError } from "../failure.ts";
import { FieldError, type Fields, fieldsOf } from "../importing/fields.ts";
import { ProblemList, problemTexts } from "../importing/problems.ts";
import { openCsvTable } from "../reading/csv-table.ts";
import { jsonRows } from "../reading/json-rows.ts";
import { firstCharacter } from "../reading/open-file.ts";
import { RankingLine, rankingLine } from "./ranking-line.ts";
import type { Vote } from "./vote.ts";
import { cellReader } from "./vote-cells.ts";
import { type VoteChoice, voteOf } from "./vote-fields.ts";

/** A file with more bad rows than this is not read to its end. */
const mostProblems = 1_000;

type Take = (vote: Vote, line: number) => void;

/** What there is to say of a file beside its votes. */
export interface VotesRead {
  /** It ends with a page of a public log that has a next one. */
  readonly goesOn: boolean;
}

/** Runs `read` for one row; what is wrong with the row is written down. */
function attempt(problems: ProblemList, file: string, line: number, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    problems.add({ file, line, field: error.field, detail: error.message });
  }
}

/** A page of the API holds its rows under `data`, and the way to the next one, if there is one. */
interface Page {
  readonly rows: readonly unknown[];
  readonly goesOn: boolean;
}

function pageIn(value: unknown): Page | null {
  const { data, next_cursor: next }: Fields = fieldsOf(value);
  return Array.isArray(data) ? { rows: data, goesOn: typeof next === "string" } : null;
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

async function readJson(
  file: string,
  choice: VoteChoice,
  problems: ProblemList,
  take: Take,
): Promise<VotesRead> {
  const criteria = new OneCriterion(choice);
  let goesOn = false;
  for await (const batch of jsonRows(file, choice.cluster === null ? rankingLine : undefined)) {
    for (const row of batch) {
      attempt(problems, file, row.line, () => {
        if ("problem" in row) throw new FieldError("", row.problem);
        if (row.value instanceof RankingLine) return take(row.value, row.line);
        const page = pageIn(row.value);
        goesOn = page?.goesOn ?? goesOn;
        for (const value of page?.rows ?? [row.value]) {
          const vote = voteOf(value, choice);
          if (vote === null) continue;
          criteria.check(value);
          take(vote, row.line);
        }
      });
    }
    if (problems.rows > mostProblems) break;
  }
  return { goesOn };
}

async function readCsv(
  file: string,
  choice: VoteChoice,
  problems: ProblemList,
  take: Take,
): Promise<VotesRead> {
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
    if (problems.rows > mostProblems) break;
  }
  return { goesOn: false };
}

/**
 * Calls `take` for every vote of a CSV, JSON or JSONL file. `take` may throw `FieldError` for a vote it cannot use.
 * @throws InputError with the line and column of every bad row (the first of many)
 */
export async function readVotes(file: string, choice: VoteChoice, take: Take): Promise<VotesRead> {
  const problems = new ProblemList();
  const first = await firstCharacter(file);
  if (first === null) throw new InputError(`${file}: the file is empty`);
  const read = first === "{" || first === "[" ? readJson : readCsv;
  const about = await read(file, choice, problems, take);
  if (problems.rows === 0) return about;
  throw new InputError(
    [
      `${problems.rows === 1 ? "1 row is" : `${problems.rows} rows are`} not valid.`,
      ...problemTexts(problems),
    ].join("\n"),
    "Nothing was rated: correct the rows.",
  );
}
