import type { Format } from "./format.ts";
import type { FormatOptions } from "./options.ts";
import type { Problem, ProblemCode } from "./problem.ts";

export const maxEntrants = 1024;

/** Everything a schedule is made from. Entrants and prompts are indices from 0; their names live elsewhere. */
export interface Setup {
  readonly entrants: number;
  readonly prompts: number;
  /** Same seed, same draw, on every machine. */
  readonly seed: string | number;
  readonly options: FormatOptions;
  /** Pairs (entrant, prompt) without a stored output: forfeits, which are never rated. */
  readonly missing?: readonly (readonly [entrant: number, prompt: number])[];
  /** One rating per entrant, higher is better, any scale: for seeding by rating and for `placement`. */
  readonly ratings?: readonly number[];
}

function problem(code: ProblemCode, pointer: string, detail: string): Problem {
  return { code, pointer, detail };
}

function within(value: number, below: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < below;
}

function fieldProblem(setup: Setup): Problem | null {
  if (!Number.isInteger(setup.entrants) || setup.entrants < 2) {
    return problem("too_few_entrants", "/entrants", "a tournament needs at least 2 entrants");
  }
  if (setup.entrants > maxEntrants) {
    return problem("too_many_entrants", "/entrants", `a tournament takes at most ${maxEntrants} entrants`);
  }
  if (!Number.isInteger(setup.prompts) || setup.prompts < 1) {
    return problem("no_prompts", "/prompts", "a tournament needs at least one prompt");
  }
  return null;
}

function dataProblem(setup: Setup): Problem | null {
  const stray = setup.missing?.findIndex(
    ([entrant, prompt]) => !within(entrant, setup.entrants) || !within(prompt, setup.prompts),
  );
  if (stray !== undefined && stray >= 0) {
    return problem("bad_missing", `/missing/${stray}`, "names an entrant or a prompt that is not there");
  }
  if (setup.ratings === undefined) return null;
  if (setup.ratings.length === setup.entrants && setup.ratings.every(Number.isFinite)) return null;
  return problem("bad_ratings", "/ratings", "must hold one finite number per entrant");
}

function optionsProblem(setup: Setup): Problem | null {
  const { options, entrants } = setup;
  if ("k" in options && options.k > entrants) {
    return problem("k_too_large", "/options/k", `there are only ${entrants} entrants`);
  }
  if (
    options.format === "k-wise-elimination" &&
    (options.k % options.advance || options.advance === options.k)
  ) {
    return problem("advance_must_divide_k", "/options/advance", "must divide k and be smaller than it");
  }
  if (options.format === "anchored" && !options.anchors.every((anchor) => within(anchor, entrants))) {
    return problem("bad_anchors", "/options/anchors", "names an entrant that is not there");
  }
  if (options.format !== "placement") return null;
  if (options.newcomer !== null && !within(options.newcomer, entrants)) {
    return problem("bad_newcomer", "/options/newcomer", "names an entrant that is not there");
  }
  return setup.ratings ? null : problem("bad_ratings", "/ratings", "a placement needs the others' ratings");
}

/** Why `start` would refuse this setup, or null. */
export function checkSetup(format: Format, setup: Setup): Problem | null {
  if (setup.options.format !== format) {
    return problem("options_of_another_format", "/options", `these are options of ${setup.options.format}`);
  }
  return fieldProblem(setup) ?? dataProblem(setup) ?? optionsProblem(setup);
}

/** For every entrant, the prompts it has no output for. */
export function absences(setup: Setup): number[][] {
  const lists = Array.from({ length: setup.entrants }, (): number[] => []);
  for (const [entrant, prompt] of setup.missing ?? []) {
    const list = lists[entrant];
    if (list && !list.includes(prompt)) list.push(prompt);
  }
  return lists;
}
