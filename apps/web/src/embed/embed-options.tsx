import type { BoardColumn } from "@agon/contract";
import type { ReactNode } from "react";
import type { Messages } from "../messages/en.ts";
import { languageNames, languages } from "../messages/language.ts";
import type { EmbedTarget } from "./embed-target.ts";
import type { EmbedForm, EmbedOptions } from "./snippets.ts";

interface Props {
  form: EmbedForm;
  target: EmbedTarget;
  options: EmbedOptions;
  onChange: (options: EmbedOptions) => void;
  t: Messages["embed"];
}

const themes = ["auto", "light", "dark"] as const;
const rowChoices = [5, 10, 20, 50, 100];
const roundChoices = [1, 2, 3, 4, 5, 6];
const allColumns: readonly BoardColumn[] = [
  "rank",
  "model",
  "interval",
  "rating",
  "votes",
  "win_rate",
  "organization",
];
const siteAccent = "#a63c17";

function Select({ label, value, onChange, children }: SelectProps) {
  return (
    <label className="grid gap-1 text-sm">
      {label}
      <select className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
    </label>
  );
}

interface SelectProps {
  label: string;
  value: string | number;
  onChange: (value: string) => void;
  children: ReactNode;
}

function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label className="flex min-h-11 items-center gap-2 text-sm">
      <input
        type="checkbox"
        className="size-4 accent-ink"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}

interface CheckProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function Columns({ options, onChange, t }: Pick<Props, "options" | "onChange" | "t">) {
  const toggle = (column: BoardColumn, on: boolean) => {
    const columns = allColumns.filter((one) => (one === column ? on : options.columns.includes(one)));
    if (columns.length > 0) onChange({ ...options, columns });
  };
  return (
    <fieldset className="sm:col-span-2">
      <legend className="text-sm">{t.options.columns}</legend>
      <div className="flex flex-wrap gap-x-4">
        {allColumns.map((column) => (
          <Check
            key={column}
            label={t.columns[column]}
            checked={options.columns.includes(column)}
            onChange={(on) => toggle(column, on)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Everything that can be chosen of a frame or an element; a badge knows its model and its colours. */
export function EmbedOptionFields({ form, target, options, onChange, t }: Props) {
  const choose = (change: Partial<EmbedOptions>) => onChange({ ...options, ...change });
  const shows = form === "frame" || form === "element";
  const isBoard = target.kind === "leaderboard";
  return (
    <div className="grid content-start gap-4 sm:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
      <Select
        label={t.options.theme}
        value={options.theme}
        onChange={(value) => choose({ theme: themes.find((one) => one === value) ?? "auto" })}
      >
        {themes.map((theme) => (
          <option key={theme} value={theme}>
            {t.options.themes[theme]}
          </option>
        ))}
      </Select>
      <Select
        label={form === "badge" ? t.options.model : t.options.highlight}
        value={options.highlight}
        onChange={(highlight) => choose({ highlight })}
      >
        {form !== "badge" && <option value="">{t.options.nobody}</option>}
        {target.models.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </Select>
      {shows && (
        <>
          <Select
            label={isBoard ? t.options.rows : t.options.rounds}
            value={options.limit}
            onChange={(value) => choose({ limit: Number(value) })}
          >
            {(isBoard ? rowChoices : roundChoices).map((n) => (
              <option key={n}>{n}</option>
            ))}
          </Select>
          <Select label={t.options.language} value={options.lang} onChange={(lang) => choose({ lang })}>
            {languages.map((lang) => (
              <option key={lang} value={lang}>
                {languageNames[lang]}
              </option>
            ))}
          </Select>
          {isBoard && <Columns options={options} onChange={onChange} t={t} />}
          <Check label={t.options.live} checked={options.live} onChange={(live) => choose({ live })} />
        </>
      )}
      {form === "frame" && (
        <>
          <Check
            label={t.options.compact}
            checked={options.compact}
            onChange={(compact) => choose({ compact })}
          />
          <label className="flex items-center gap-2 text-sm">
            <input
              type="color"
              className="h-11 w-14"
              value={options.accent || siteAccent}
              onChange={(event) => choose({ accent: event.target.value })}
            />
            {t.options.accent}
          </label>
        </>
      )}
    </div>
  );
}
