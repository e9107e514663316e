import { type FormatOptions, formatNames, parseOptions } from "@agon/tournament";
import { describe, expect, test } from "vitest";
import { type FormatField, formatFields, optionsOf } from "../../apps/web/src/admin/format-fields.ts";

/** What stands in a form for the smallest and the largest value of a field. */
function edgesOf(field: FormatField): string[][] {
  switch (field.kind) {
    case "number":
      return [[String(field.min)], [String(field.max)], []];
    case "choice":
      return [...field.choices.map((choice) => [choice]), []];
    case "switch":
      return [["on"], []];
    case "model":
    case "models":
      return [[]];
  }
}

describe.each(formatNames)("the console's form for %s", (format) => {
  const fields = formatFields[format];

  test("asks for every option there is", () => {
    const parsed = parseOptions(format, {});
    if (!parsed.ok) throw new Error("defaults");
    const { format: _, ...options }: FormatOptions = parsed.options;
    expect(Object.keys(fields).sort()).toEqual(Object.keys(options).sort());
  });

  test("sends nothing that the format refuses", () => {
    for (const [name, field] of Object.entries(fields)) {
      for (const given of edgesOf(field)) {
        const options = optionsOf(format, (asked) => (asked === name ? given : []));
        expect(parseOptions(format, options), `${name} ${given}`).toMatchObject({ ok: true });
      }
    }
  });

  test("lets no value pass that is out of range", () => {
    for (const [name, field] of Object.entries(fields)) {
      if (field.kind !== "number") continue;
      for (const beyond of [field.min - field.step, field.max + field.step]) {
        expect(parseOptions(format, { [name]: beyond }).ok, `${name} ${beyond}`).toBe(false);
      }
    }
  });
});
