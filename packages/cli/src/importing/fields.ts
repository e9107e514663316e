// Reads fields off rows that may hold anything.

/** A field that is not what the format needs. */
export class FieldError extends Error {
  readonly field: string;
  constructor(field: string, detail: string) {
    super(detail);
    this.name = "FieldError";
    this.field = field;
  }
}

export type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value as an object. Throws `FieldError` for anything else. */
export function fieldsOf(value: unknown, field = ""): Fields {
  if (!isFields(value)) throw new FieldError(field, "must be a JSON object");
  return value;
}

/** The value as a list. Throws `FieldError` for anything else. */
export function listOf(value: unknown, field: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new FieldError(field, "must be a list");
  return value;
}

/** A text that may be empty. */
export function text(fields: Fields, field: string): string {
  const value = fields[field];
  if (typeof value === "string") return value;
  throw new FieldError(field, value === undefined ? "is missing" : "must be a text");
}

/** A text with something in it. */
export function filledText(fields: Fields, field: string): string {
  const value = text(fields, field);
  if (value.trim() === "") throw new FieldError(field, "must not be empty");
  return value;
}

/** A text, or nothing when the field is missing, null or empty. */
export function optionalText(fields: Fields, field: string): string | undefined {
  const value = fields[field];
  if (value === undefined || value === null || value === "") return undefined;
  return text(fields, field);
}

/** A name that some files write as a number. */
export function nameOrNumber(fields: Fields, field: string): string {
  const value = fields[field];
  return Number.isSafeInteger(value) ? String(value) : filledText(fields, field);
}

/** A finite number. */
export function finiteNumber(fields: Fields, field: string): number {
  const value = fields[field];
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new FieldError(field, value === undefined ? "is missing" : "must be a number");
}

/** The first of several names that the row has, as newer files of a format rename fields. */
export function presentField(fields: Fields, names: readonly [string, ...string[]]): string {
  return names.find((name) => fields[name] !== undefined && fields[name] !== null) ?? names[0];
}
