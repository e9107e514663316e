import type { Arena } from "@agon/contract";
import Form from "next/form";
import type { Messages } from "../messages/en.ts";
import { type BoardFilter, type BoardQuery, boardFilters } from "./board-query.ts";
import { MarginField } from "./margin-field.tsx";

interface Props {
  arena: Arena;
  query: BoardQuery;
  view: string | undefined;
  path: string;
  /** The filters that this page has; default: those of a board. */
  names?: readonly BoardFilter[];
  t: Messages["board"];
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

const choicesOf = (texts: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(texts).map(([value, text]) => ({ value, text }));

/** A choice of two, the usual one first and without a value. */
const switchOf = (value: string, text: string, usual: string): Choice[] => [
  { value: "", text: usual },
  { value, text },
];

/** Several criteria have a weighted mean, which a board shows as `overall` unless a criterion has that name. */
function criteriaChoices({ criteria }: Arena, whole: boolean, t: Messages["board"]): Choice[] {
  const own = criteria.map(({ slug, title }) => ({ value: slug, text: title }));
  const weighted = whole && criteria.length > 1 && criteria.every(({ slug }) => slug !== "overall");
  return weighted ? [...own, { value: "overall", text: t.weighted }] : own;
}

/** Style and length are those of texts. */
const hasText = ({ modality }: Arena): boolean => modality === "text" || modality === "code";

function choices(name: BoardFilter, arena: Arena, whole: boolean, t: Messages["board"]): Choice[] {
  switch (name) {
    case "criterion":
      return criteriaChoices(arena, whole, t);
    case "category":
      return [{ value: "", text: t.filters.all }, ...arena.categories.map((text) => ({ value: text, text }))];
    case "judges":
      return choicesOf(t.judges);
    case "method":
      return [{ value: "", text: t.filters.default }, ...choicesOf(t.methods)];
    case "cluster":
      return choicesOf(t.clusters);
    case "interval":
      return [{ value: "", text: t.filters.default }, ...choicesOf(t.intervals)];
    case "style":
      return hasText(arena) ? switchOf("1", t.styles.on, t.styles.off) : [];
    case "shrink":
      return arena.categories.length > 0 ? switchOf("0", t.shrinks.off, t.shrinks.on) : [];
    case "length_margin":
      return [];
  }
}

const chosenText = (options: readonly Choice[], value: string | undefined): string =>
  (options.find((option) => option.value === value) ?? options[0])?.text ?? "";

const always: readonly BoardFilter[] = ["criterion", "category", "judges", "method"];

/** A plain GET form: the board's filters live in its address and work without JavaScript. Folded, it says what is set. */
export function BoardFilters({ arena, query, view, path, names = boardFilters, t }: Props) {
  const filters = names
    .map((name) => ({ name, options: choices(name, arena, names === boardFilters, t) }))
    .filter(({ options }) => options.length > 1);
  // What is left as it is needs no words, but for the filters that every board has.
  const told = filters.filter(({ name }) => query[name] !== undefined || always.includes(name));
  const margin = query.length_margin;
  const summary = [
    ...told.map(({ name, options }) => `${t.filters[name]}: ${chosenText(options, query[name])}`),
    ...(margin === undefined ? [] : [`${t.filters.length_margin}: ${margin}`]),
  ];
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
        {hasText(arena) && names.includes("length_margin") && (
          <MarginField value={query.length_margin} t={t} />
        )}
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
