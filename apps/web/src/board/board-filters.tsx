import type { Arena } from "@agon/contract";
import Form from "next/form";
import type { Messages } from "../messages/en.ts";
import { type BoardFilter, type BoardQuery, boardFilters } from "./board-query.ts";

interface Props {
  arena: Arena;
  query: BoardQuery;
  view: string | undefined;
  path: string;
  t: Messages["board"];
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

const choicesOf = (texts: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(texts).map(([value, text]) => ({ value, text }));

function choices(name: BoardFilter, arena: Arena, t: Messages["board"]): Choice[] {
  switch (name) {
    case "criterion":
      return arena.criteria.map((criterion) => ({ value: criterion.slug, text: criterion.title }));
    case "category":
      return [{ value: "", text: t.filters.all }, ...arena.categories.map((text) => ({ value: text, text }))];
    case "judges":
      return choicesOf(t.judges);
    case "method":
      return [{ value: "", text: t.filters.default }, ...choicesOf(t.methods)];
    case "cluster":
      return choicesOf(t.clusters);
  }
}

const chosenText = (options: readonly Choice[], value: string | undefined): string =>
  (options.find((option) => option.value === value) ?? options[0])?.text ?? "";

/** A plain GET form: the board's filters live in its address and work without JavaScript. Folded, it says what is set. */
export function BoardFilters({ arena, query, view, path, t }: Props) {
  const filters = boardFilters
    .map((name) => ({ name, options: choices(name, arena, t) }))
    .filter(({ options }) => options.length > 1);
  const summary = filters.map(
    ({ name, options }) => `${t.filters[name]}: ${chosenText(options, query[name])}`,
  );
  return (
    <details className="board-filters" open={Object.keys(query).length > 0}>
      <summary>
        <span className="font-medium">{t.filters.summary}</span>
        <span className="text-sm text-muted">{summary.join(" · ")}</span>
      </summary>
      <Form
        action={path}
        className="grid grid-cols-2 gap-3 pt-3 sm:flex sm:flex-wrap sm:items-end"
        aria-label={t.filters.label}
      >
        {view !== undefined && <input type="hidden" name="view" value={view} />}
        {filters.map(({ name, options }) => (
          <label key={name} className="grid gap-1 text-sm text-muted">
            {t.filters[name]}
            <select name={name} defaultValue={query[name] ?? options[0]?.value} className="field sm:w-auto">
              {options.map(({ value, text }) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button type="submit" className="button self-end">
          {t.filters.apply}
        </button>
        {Object.keys(query).length > 0 && (
          <a href={path} className="button button-plain self-end">
            {t.filters.reset}
          </a>
        )}
      </Form>
    </details>
  );
}
