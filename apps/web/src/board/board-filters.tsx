import type { Arena } from "@agon/contract";
import Form from "next/form";
import type { Messages } from "../messages/en.ts";
import type { BoardFilter, BoardQuery } from "./board-query.ts";

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

/** Methods the leaderboard computes for duels and for orders; the others are for comparison elsewhere. */
const methodsShown = ["bradley-terry", "davidson", "plackett-luce", "elo", "k-sort", "win-rate"] as const;

function choices(name: BoardFilter, arena: Arena, t: Messages["board"]): Choice[] {
  switch (name) {
    case "criterion":
      return arena.criteria.map((criterion) => ({ value: criterion.slug, text: criterion.title }));
    case "category":
      return [{ value: "", text: t.filters.all }, ...arena.categories.map((text) => ({ value: text, text }))];
    case "judges":
      return choicesOf(t.judges);
    case "method":
      return [
        { value: "", text: t.filters.default },
        ...methodsShown.map((value) => ({ value, text: t.methods[value] })),
      ];
    case "cluster":
      return choicesOf(t.clusters);
  }
}

const filters = ["criterion", "category", "judges", "method", "cluster"] as const;

/** A plain GET form: the board's filters live in its address and work without JavaScript. */
export function BoardFilters({ arena, query, view, path, t }: Props) {
  return (
    <Form
      action={path}
      className="grid grid-cols-2 gap-3 sm:flex sm:flex-wrap sm:items-end"
      aria-label={t.filters.label}
    >
      {view !== undefined && <input type="hidden" name="view" value={view} />}
      {filters
        .map((name) => ({ name, options: choices(name, arena, t) }))
        .filter(({ options }) => options.length > 1)
        .map(({ name, options }) => (
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
    </Form>
  );
}
