import type { Problem } from "./problem.ts";

/** How one option is read; `initial` stands when it is not given. */
export type Field<T> = {
  readonly initial: T;
  /** Whether null is a value. */
  readonly nullable?: boolean;
} & (
  | { readonly kind: "integer" | "number"; readonly min: number; readonly max: number }
  | { readonly kind: "boolean" }
  | { readonly kind: "choice"; readonly choices: readonly string[] }
  | { readonly kind: "indices"; readonly min: number; readonly max: number }
);

export type Parsed<T> =
  | { readonly ok: true; readonly options: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type Fault = Omit<Problem, "pointer">;

function numberFault(field: { kind: string; min: number; max: number }, value: unknown): Fault | null {
  const whole = field.kind === "integer";
  if (typeof value !== "number" || (whole ? !Number.isInteger(value) : !Number.isFinite(value))) {
    return { code: "wrong_type", detail: whole ? "must be a whole number" : "must be a number" };
  }
  if (value >= field.min && value <= field.max) return null;
  return { code: "out_of_range", detail: `must be from ${field.min} to ${field.max}` };
}

function indicesFault(field: { min: number; max: number }, value: unknown): Fault | null {
  const whole = (item: unknown) => typeof item === "number" && Number.isInteger(item) && item >= 0;
  if (!Array.isArray(value) || !value.every(whole)) {
    return { code: "wrong_type", detail: "must be a list of whole numbers from 0" };
  }
  if (new Set(value).size !== value.length) return { code: "out_of_range", detail: "must not repeat itself" };
  if (value.length >= field.min && value.length <= field.max) return null;
  return { code: "out_of_range", detail: `must name ${field.min} to ${field.max}` };
}

function fault(field: Field<unknown>, value: unknown): Fault | null {
  if (value === null && field.nullable) return null;
  switch (field.kind) {
    case "integer":
    case "number":
      return numberFault(field, value);
    case "indices":
      return indicesFault(field, value);
    case "boolean":
      return typeof value === "boolean" ? null : { code: "wrong_type", detail: "must be true or false" };
    case "choice":
      if (typeof value === "string" && field.choices.includes(value)) return null;
      return { code: "not_a_choice", detail: `must be one of ${field.choices.join(", ")}` };
  }
}

function isObject(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}

/** Reads an object by a table of fields; every problem is reported, not just the first. */
export function parseFields(
  fields: Readonly<Record<string, Field<unknown>>>,
  input: unknown,
): Parsed<Readonly<Record<string, unknown>>> {
  const given = input ?? {};
  if (!isObject(given)) {
    return { ok: false, problems: [{ code: "not_an_object", pointer: "", detail: "must be an object" }] };
  }
  const problems: Problem[] = [];
  const options: Record<string, unknown> = {};
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(fields, name)) continue;
    problems.push({ code: "unknown_option", pointer: `/${name}`, detail: "is not an option of this format" });
  }
  for (const [name, field] of Object.entries(fields)) {
    const value = Object.hasOwn(given, name) && given[name] !== undefined ? given[name] : field.initial;
    const found = fault(field, value);
    if (found) problems.push({ ...found, pointer: `/${name}` });
    options[name] = value;
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, options };
}
