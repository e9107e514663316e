// A tournament over outputs in files before its first battle: who meets on which prompts, by which format.
import { seededRandom, shuffled } from "@agon/rating";
import {
  type Format,
  type FormatOptions,
  parseOptions,
  type ScheduleState,
  TournamentError,
} from "@agon/tournament";
import { start } from "@agon/tournament/schedule";
import { InputError } from "../failure.ts";
import type { OutputTable } from "./outputs.ts";

export interface RunOptions {
  readonly format: Format;
  /** Options of the format; models are named, not numbered. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly seed: number;
  /** So many of the prompts, drawn by the seed; all when left out. */
  readonly prompts?: number | undefined;
}

/** What a tournament is made of before its first battle. */
export interface Plan {
  readonly table: OutputTable;
  /** Numbers of the table's prompts. */
  readonly prompts: readonly number[];
  readonly schedule: ScheduleState;
  readonly seed: number;
}

function chosenPrompts({ prompts }: OutputTable, { prompts: wanted, seed }: RunOptions): number[] {
  const all = [...prompts.keys()];
  if (wanted === undefined || wanted >= all.length) return all;
  return shuffled(all, seededRandom(`prompts ${seed}`))
    .slice(0, wanted)
    .sort((a, b) => a - b);
}

function missingOf(table: OutputTable, prompts: readonly number[]): [number, number][] {
  return prompts.flatMap((prompt, place) =>
    table.models.flatMap((_, model): [number, number][] =>
      table.at(model, prompt) === null ? [[model, place]] : [],
    ),
  );
}

function numberOf(table: OutputTable, name: unknown, option: string): number {
  const number = table.models.indexOf(String(name));
  if (number < 0) throw new InputError(`--option ${option}: there is no model "${String(name)}"`);
  return number;
}

/** Options as the schedule takes them: models by number. */
function scheduleOptions(table: OutputTable, { format, options: given }: RunOptions): FormatOptions {
  const { anchors, newcomer, ...others } = given;
  const names = anchors === undefined || Array.isArray(anchors) ? anchors : [anchors];
  const parsed = parseOptions(format, {
    ...others,
    ...(names === undefined ? {} : { anchors: names.map((name) => numberOf(table, name, "anchors")) }),
    ...(newcomer === undefined ? {} : { newcomer: numberOf(table, newcomer, "newcomer") }),
  });
  if (parsed.ok) return parsed.options;
  const [problem] = parsed.problems;
  throw new InputError(`--option ${problem?.pointer.slice(1) ?? ""}: ${problem?.detail ?? "is not valid"}`);
}

/** Sets a tournament up. Throws `InputError` for a setup that cannot be played to an end. */
export function planRun(table: OutputTable, options: RunOptions): Plan {
  const prompts = chosenPrompts(table, options);
  const { seed, format } = options;
  try {
    const chosen = scheduleOptions(table, options);
    if (chosen.format === "k-wise-league" && chosen.budget === null) {
      throw new InputError(`A ${format} has no end of its own`, "Say how many battles: --option budget=500.");
    }
    const missing = missingOf(table, prompts);
    const setup = { entrants: table.models.length, prompts: prompts.length, seed, options: chosen, missing };
    return { table, prompts, schedule: start(format, setup), seed };
  } catch (error) {
    throw error instanceof TournamentError
      ? new InputError(`The tournament cannot be set up: ${error.message}`)
      : error;
  }
}
