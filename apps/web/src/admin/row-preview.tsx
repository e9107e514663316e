import type { SourceRow } from "./read-rows.ts";

const shown = 8;
const cellChars = 120;

const cellText = (value: unknown): string => {
  const text = value === undefined ? "" : String(value);
  return text.length > cellChars ? `${text.slice(0, cellChars)}…` : text;
};

/** The first rows as they were understood. */
export function RowPreview({ rows, title }: { rows: readonly SourceRow[]; title: string }) {
  const first = rows.slice(0, shown);
  const fields = [...new Set(first.flatMap((row) => Object.keys(row.fields)))];
  if (first.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section aria-label={title} tabIndex={0} className="overflow-x-auto">
      <table className="list text-sm">
        <thead>
          <tr>
            <th scope="col">#</th>
            {fields.map((field) => (
              <th key={field} scope="col" className="preview-cell">
                {field}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first.map((row) => (
            <tr key={row.line}>
              <td className="text-muted">{row.line}</td>
              {fields.map((field) => (
                <td key={field} className="preview-cell">
                  {cellText(row.fields[field])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
