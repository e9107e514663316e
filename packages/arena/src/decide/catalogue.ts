// Commands that say what an arena holds: settings, models, prompts, outputs.
import {
  type ArenaPatch,
  type ArenaSettings,
  type BulkResult,
  fail,
  ok,
  type RowError,
} from "@agon/contract";
import type { ModelEntry, OutputEntry, PromptEntry } from "../event.ts";
import type { ArenaState } from "../state.ts";
import { pairStride } from "../tally.ts";
import type { Decided, Draft } from "./decision.ts";

/** The first settings of an arena; answers with them. */
export function decideCreation(state: ArenaState, settings: ArenaSettings): Decided<ArenaSettings> {
  if (state.settings === null) return configure(settings);
  return fail("arena_exists", "There is an arena of this name already; take another slug.", {
    errors: [{ pointer: "/slug", detail: "is taken" }],
  });
}

/** Settings that are not named stay as they are; answers with all of them. */
export function decideConfigure(state: ArenaState, patch: ArenaPatch): Decided<ArenaSettings> {
  if (state.settings === null) return fail("arena_unknown", "There is no such arena.");
  const named = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const settings: ArenaSettings = { ...state.settings, ...named };
  const same = JSON.stringify(state.settings) === JSON.stringify(settings);
  return same ? ok({ drafts: [], answer: () => settings }) : configure(settings);
}

const configure = (settings: ArenaSettings): Decided<ArenaSettings> =>
  ok({ drafts: [{ event: { type: "arena.configured", settings } }], answer: () => settings });

/** The numbers the new rows got, so that the shell can store what the state does not hold. */
export interface Numbered<Entry> {
  readonly number: number;
  readonly entry: Entry;
}

/** Models are known by their slug; naming one again changes nothing. */
export function decideModels(
  state: ArenaState,
  entries: readonly ModelEntry[],
): Decided<readonly Numbered<ModelEntry>[]> {
  const known = new Set(state.models.map((model) => model.slug));
  const fresh = entries.filter(({ slug }) => !known.has(slug) && known.add(slug));
  if (state.models.length + fresh.length > pairStride) {
    return fail("schema_invalid", `An arena holds at most ${pairStride} models.`);
  }
  const numbered = fresh.map((entry, at) => ({ number: state.models.length + at, entry }));
  return ok({
    drafts: fresh.length === 0 ? [] : [{ event: { type: "models.added", models: fresh } }],
    answer: () => numbered,
  });
}

/** Prompts are known by their slug; the same slug with another text is refused. */
export function decidePrompts(
  state: ArenaState,
  entries: readonly PromptEntry[],
): Decided<readonly Numbered<PromptEntry>[]> {
  const known = new Map(state.prompts.map((prompt) => [prompt.slug, prompt.textHash]));
  const fresh: PromptEntry[] = [];
  for (const [at, entry] of entries.entries()) {
    const hash = known.get(entry.slug);
    if (hash !== undefined && hash !== entry.textHash) {
      const detail = `the prompt "${entry.slug}" exists with another text`;
      return fail("prompt_exists", `Nothing was added: ${detail}.`, {
        errors: [{ pointer: entries.length === 1 ? "/slug" : `/${at}/slug`, detail }],
      });
    }
    if (hash === undefined) fresh.push(entry);
    known.set(entry.slug, entry.textHash);
  }
  const numbered = fresh.map((entry, at) => ({ number: state.prompts.length + at, entry }));
  return ok({
    drafts: fresh.length === 0 ? [] : [{ event: { type: "prompts.added", prompts: fresh } }],
    answer: () => numbered,
  });
}

/** A row of an upload: names instead of numbers. */
export interface OutputRow {
  /** Counts from 1 in the upload. */
  readonly line: number;
  readonly model: string;
  /** Slug, or the prompt's text. */
  readonly prompt: string;
  readonly promptHash: string;
  readonly score: number | null;
  readonly hash: string;
}

export interface OutputsAnswer extends BulkResult {
  /** The stored rows' places: `[index into the rows, output]`. */
  readonly stored: readonly (readonly [row: number, output: OutputEntry])[];
}

export interface BulkOptions {
  /** Errors found before (unreadable lines). */
  readonly errors: readonly RowError[];
  /** Let the good rows stand beside bad ones. */
  readonly keepGoing: boolean;
}

export function decideOutputs(
  state: ArenaState,
  rows: readonly OutputRow[],
  { errors: earlier, keepGoing }: BulkOptions,
): Decided<OutputsAnswer> {
  const names = nameIndex(state);
  const errors: RowError[] = [...earlier];
  const stored: (readonly [number, OutputEntry])[] = [];
  const seen = new Set<string>();
  let unchanged = 0;
  for (const [at, row] of rows.entries()) {
    const placed = placeOutput(state, names, row, seen);
    if (placed === "unchanged") unchanged += 1;
    else if ("detail" in placed) errors.push(placed);
    else stored.push([at, placed]);
  }
  if (errors.length > 0 && !keepGoing)
    return refuseRows(
      errors,
      errors.every(({ code }) => code === "output_exists"),
    );
  return ok({
    drafts: outputEvents(stored.map(([, output]) => output)),
    answer: () => ({ accepted: stored.length + unchanged, unchanged, errors: byLine(errors), stored }),
  });
}

/** An event stays well below the 2 MB that a row of D1 may have: an output takes up to 100 bytes of it. */
const outputsAnEvent = 5_000;

export function outputEvents(outputs: readonly OutputEntry[]): Draft[] {
  const drafts: Draft[] = [];
  for (let from = 0; from < outputs.length; from += outputsAnEvent) {
    const some = outputs.slice(from, from + outputsAnEvent);
    drafts.push({ event: { type: "outputs.added", outputs: some } });
  }
  return drafts;
}

export const byLine = (errors: readonly RowError[]): RowError[] =>
  [...errors].sort((a, b) => a.line - b.line);

/** Models by slug; prompts by slug and by hash of their text. */
export function nameIndex(state: ArenaState) {
  return {
    models: new Map(state.models.map((model, number) => [model.slug, number])),
    prompts: new Map(
      state.prompts
        .flatMap((prompt, number): [string, number][] => [[`#${prompt.textHash}`, number]])
        .concat(state.prompts.map((prompt, number): [string, number] => [prompt.slug, number])),
    ),
  };
}

export type NameIndex = ReturnType<typeof nameIndex>;

export const findPrompt = (names: NameIndex, prompt: string, hash: string): number | undefined =>
  names.prompts.get(prompt) ?? names.prompts.get(`#${hash}`);

function placeOutput(
  state: ArenaState,
  names: NameIndex,
  row: OutputRow,
  seen: Set<string>,
): OutputEntry | RowError | "unchanged" {
  const { line } = row;
  const model = names.models.get(row.model);
  if (model === undefined) {
    return { line, pointer: "/model", code: "model_unknown", detail: `there is no model "${row.model}"` };
  }
  const prompt = findPrompt(names, row.prompt, row.promptHash);
  if (prompt === undefined) {
    const named = row.prompt.length > 60 ? `${row.prompt.slice(0, 60)}…` : row.prompt;
    return { line, pointer: "/prompt", code: "prompt_unknown", detail: `there is no prompt "${named}"` };
  }
  const here = `${model}/${prompt}`;
  if (seen.has(here)) {
    const detail = "this model and prompt stand on an earlier line too";
    return { line, pointer: "/prompt", code: "output_duplicate", detail };
  }
  seen.add(here);
  const old = state.prompts[prompt]?.outputs.get(model);
  if (old === undefined) return { model, prompt, score: row.score, hash: row.hash };
  if (old.takenDown) {
    const detail = `the output of "${row.model}" for this prompt was taken down by the operator`;
    return { line, pointer: "/content", code: "output_exists", detail };
  }
  if (old.hash === row.hash && old.score === row.score) return "unchanged";
  const detail = `"${row.model}" has another output for this prompt; stored outputs are never changed`;
  return { line, pointer: "/content", code: "output_exists", detail };
}

/** Problem documents name at most so many rows; the count says how many there were. */
const namedRows = 100;

export function refuseRows(errors: readonly RowError[], conflict: boolean) {
  const sorted = byLine(errors);
  const first = sorted[0];
  return fail(
    conflict ? "output_exists" : "import_rows_invalid",
    `${errors.length} ${errors.length === 1 ? "row is" : "rows are"} not valid, the first on line ${first?.line ?? 0}: ` +
      `${first?.detail ?? ""}. Nothing was taken; mend the rows, or send ?keep_going=1 to take the others.`,
    { errors: sorted.slice(0, namedRows) },
  );
}
