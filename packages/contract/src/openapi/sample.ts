// A plausible value for a JSON schema: what the document shows where nobody wrote an example by hand.

/** The part of JSON Schema that the contract's schemas become. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly format?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

export interface SampleSource {
  readonly schemas: Readonly<Record<string, Schema>>;
  /** Examples written by hand: by the name of a component, or of a field. */
  readonly components: Readonly<Record<string, unknown>>;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Whether fields that may be missing are shown. */
  readonly whole: boolean;
}

const formats: Readonly<Record<string, string>> = {
  "date-time": "2026-11-23T12:00:00.000Z",
  uri: "https://example.org/models/llama-3-8b",
};

/** The value for a schema; `field` is the name it stands under. */
export function sampleOf(schema: Schema, source: SampleSource, field = ""): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.$ref !== undefined) return componentSample(schema.$ref, source, field);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum.find((one) => one !== null) ?? null;
  const branch = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].find(({ type }) => type !== "null");
  if (branch !== undefined) return sampleOf(branch, source, field);
  if (schema.allOf !== undefined) {
    return Object.assign({}, ...schema.allOf.map((part) => sampleOf(part, source, field)));
  }
  return plainSample(schema, source, field);
}

function componentSample(ref: string, source: SampleSource, field: string): unknown {
  const name = ref.split("/").at(-1) ?? "";
  const written = source.components[name];
  return written === undefined ? sampleOf(source.schemas[name] ?? {}, source, field) : written;
}

function plainSample(schema: Schema, source: SampleSource, field: string): unknown {
  const type = [schema.type].flat().find((one) => one !== "null");
  if (type === "object") return objectSample(schema, source);
  const known = source.fields[field];
  if (known !== undefined && fits(known, type)) return known;
  switch (type) {
    case "array":
      return listSample(schema, source, field);
    case "boolean":
      return schema.default ?? true;
    case "integer":
    case "number":
      return schema.default ?? Math.max(schema.minimum ?? 1, 1);
    case "string":
      return formats[schema.format ?? ""] ?? schema.default ?? "text";
    default:
      return {};
  }
}

const fits = (value: unknown, type: string | undefined): boolean =>
  type === "array"
    ? Array.isArray(value)
    : type === "integer"
      ? Number.isInteger(value)
      : typeof value === type;

const listSample = ({ items = {}, minItems = 1 }: Schema, source: SampleSource, field: string): unknown[] =>
  Array.from({ length: Math.max(1, minItems) }, () => sampleOf(items, source, field.replace(/s$/, "")));

function objectSample({ properties = {}, required = [] }: Schema, source: SampleSource): object {
  const shown = Object.entries(properties).filter(([name]) => source.whole || required.includes(name));
  return Object.fromEntries(shown.map(([name, inner]) => [name, sampleOf(inner, source, name)]));
}
