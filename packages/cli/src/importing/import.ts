// An import from its first byte to its report.
import { ApiError, type Client } from "@agon/contract/client";
import { allItems } from "@agon/contract/connect";
import { InputError } from "../failure.ts";
import type { Progress } from "../progress.ts";
import { Catalogue } from "./catalogue.ts";
import type { FormatOptions, ImportFormat } from "./format.ts";
import { type ProblemList, problemTexts } from "./problems.ts";
import type { Problem, SourceRow } from "./record.ts";
import { type Counts, SendingStopped, type Sent, sendRows } from "./send.ts";
import { type Survey, surveyRows } from "./survey.ts";

export interface ImportOptions extends FormatOptions {
  readonly arena: string;
  readonly create: boolean;
  readonly title?: string | undefined;
  readonly k?: number | undefined;
  readonly modality?: "text" | "image" | "audio" | "video" | "code" | undefined;
  readonly keepGoing: boolean;
}

export interface ImportReport {
  readonly arena: string;
  readonly format: string;
  readonly created: boolean;
  readonly stored: Counts;
  readonly unchanged: Counts;
  /** Rows that were left out. */
  readonly refused: number;
  readonly problems: readonly Problem[];
}

/** Whether the arena is there. */
async function arenaExists(client: Client, arena: string): Promise<boolean> {
  try {
    await client.arena(arena);
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return false;
    throw error;
  }
}

async function catalogueOf(client: Client, arena: string): Promise<Catalogue> {
  const catalogue = new Catalogue();
  const page = (cursor: string | undefined) => ({ cursor, limit: 1_000 });
  for await (const model of allItems((cursor) => client.models(arena, page(cursor)))) {
    catalogue.addStoredModel(model.slug, model.name);
  }
  for await (const prompt of allItems((cursor) => client.prompts(arena, page(cursor)))) {
    catalogue.addStoredPrompt(prompt.slug, prompt.text);
  }
  return catalogue;
}

const rowsText = (rows: number): string => (rows === 1 ? "1 row is" : `${rows} rows are`);

const refusal = (problems: ProblemList, hint: string): InputError =>
  new InputError(
    [`Nothing was imported: ${rowsText(problems.rows)} not valid.`, ...problemTexts(problems)].join("\n"),
    hint,
  );

/** A source that leaves nothing to send is wrong input: no arena is made for it. */
function requireRows({ problems, goodRows }: Survey, files: readonly string[], keepGoing: boolean): void {
  if (problems.rows > 0 && goodRows === 0) throw refusal(problems, "Correct them: there is no good row.");
  if (problems.rows > 0 && !keepGoing) {
    throw refusal(problems, "Correct them, or take the good rows with --keep-going.");
  }
  if (goodRows > 0) return;
  const [file = "", ...others] = files;
  const named = others.length === 0 ? `${file}: the file holds` : `${file} and ${others.length} more hold`;
  throw new InputError(`${named} no rows: nothing was imported.`, "Check the path and the format.");
}

async function* told(
  rows: ReturnType<ImportFormat["rows"]>,
  progress: Progress,
): AsyncGenerator<readonly SourceRow[]> {
  for await (const batch of rows) {
    progress.advance(batch.length);
    yield batch;
  }
}

async function create(
  client: Client,
  format: ImportFormat,
  files: readonly string[],
  options: ImportOptions,
): Promise<void> {
  const settings = (await format.settings?.(files)) ?? {};
  await client.createArena({
    description: format.description ?? "",
    ...settings,
    slug: options.arena,
    title: options.title ?? settings.title ?? format.title ?? options.arena,
    ...(options.k === undefined ? {} : { k: options.k }),
    ...(options.modality === undefined ? {} : { modality: options.modality }),
  });
}

const total = (counts: Counts): number => counts.models + counts.prompts + counts.outputs + counts.votes;

/** Nothing is half-imported without saying so. */
function storedText({ stored }: Sent): string {
  if (total(stored) === 0) return "Nothing was stored.";
  const { models, prompts, outputs, votes } = stored;
  return `Stored before that: ${models} models, ${prompts} prompts, ${outputs} outputs, ${votes} votes.`;
}

/** A request failed: what to tell the caller, with the rows that the server refused. */
function stopped({ sent, cause }: SendingStopped): unknown {
  if (sent.problems.rows > 0) {
    const lines = ["The server refused some rows.", ...problemTexts(sent.problems), storedText(sent)];
    return new InputError(lines.join("\n"), "Correct them, or take the good rows with --keep-going.");
  }
  if (!(cause instanceof Error)) return cause;
  cause.message = `${cause.message}\n${storedText(sent)} The same command goes on from there.`;
  return cause;
}

async function send(
  rows: AsyncIterable<readonly SourceRow[]>,
  survey: Survey,
  options: Parameters<typeof sendRows>[2],
): Promise<Sent> {
  try {
    return await sendRows(rows, survey, options);
  } catch (error) {
    throw error instanceof SendingStopped ? stopped(error) : error;
  }
}

/**
 * Imports files into an arena in two passes: the first checks every row, the second sends. A bad row refuses the
 * whole import before anything is sent, unless `keepGoing`. Repeating an import changes nothing.
 */
export async function importFiles(
  client: Client,
  format: ImportFormat,
  files: readonly string[],
  options: ImportOptions,
  progress: Progress,
): Promise<ImportReport> {
  const exists = await arenaExists(client, options.arena);
  if (!exists && !options.create) {
    throw new InputError(`There is no arena "${options.arena}"`, "Add --create to make it.");
  }
  const catalogue = exists ? await catalogueOf(client, options.arena) : new Catalogue();
  progress.start("Checking", null);
  const survey = await surveyRows(told(format.rows(files, options), progress), catalogue);
  requireRows(survey, files, options.keepGoing);
  if (!exists) await create(client, format, files, options);
  progress.start("Sending", survey.rows);
  const sent = await send(format.rows(files, options), survey, {
    client,
    arena: options.arena,
    catalogue,
    keepGoing: options.keepGoing,
    onRows: (rows) => progress.advance(rows),
  });
  return {
    arena: options.arena,
    format: format.name,
    created: !exists,
    stored: sent.stored,
    unchanged: sent.unchanged,
    refused: survey.problems.rows + sent.problems.rows,
    problems: [...survey.problems.kept, ...sent.problems.kept],
  };
}
