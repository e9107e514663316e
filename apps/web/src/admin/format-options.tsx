"use client";
import type { TournamentFormat } from "@agon/contract";
import type { Messages } from "../messages/en.ts";
import { Field } from "./field.tsx";
import { type FormatField, formatFields, type OptionName } from "./format-fields.ts";

interface Props {
  format: TournamentFormat;
  models: readonly string[];
  t: Messages["admin"]["tournament"];
}

interface ControlProps extends Omit<Props, "format"> {
  name: OptionName;
  field: FormatField;
}

function Control({ name, field, models, t }: ControlProps) {
  switch (field.kind) {
    case "number":
      return (
        <input
          name={name}
          type="number"
          min={field.min}
          max={field.max}
          step={field.step}
          className="field"
          placeholder={t.standard}
        />
      );
    case "choice":
      return (
        <select name={name} className="field" defaultValue="">
          <option value="">{t.standard}</option>
          {field.choices.map((value) => (
            <option key={value} value={value}>
              {t.choices[value]}
            </option>
          ))}
        </select>
      );
    case "model":
    case "models":
      return (
        <select
          name={name}
          className="field"
          multiple={field.kind === "models"}
          defaultValue={field.kind === "models" ? [] : ""}
        >
          {field.kind === "model" && <option value="">{t.standard}</option>}
          {models.map((slug) => (
            <option key={slug} value={slug}>
              {slug}
            </option>
          ))}
        </select>
      );
    case "switch":
      return null;
  }
}

/** The options that fit the format, and what the format is good for. */
export function FormatOptions({ format, models, t }: Props) {
  return Object.entries(formatFields[format]).map(([key, field]) => {
    const name = key as OptionName;
    if (field.kind === "switch") {
      return (
        <label key={`${format}-${name}`} className="flex items-center gap-3 self-center">
          <input type="checkbox" name={name} defaultChecked={field.initial} className="size-5 accent-ink" />
          {t.options[name].label}
        </label>
      );
    }
    return (
      <Field key={`${format}-${name}`} label={t.options[name].label} hint={t.options[name].hint}>
        <Control name={name} field={field} models={models} t={t} />
      </Field>
    );
  });
}
