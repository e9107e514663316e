// Tables of plain text.

export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const wide =
  /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Emoji_Presentation}/u;

/** How many columns of a terminal a text takes. */
function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += wide.test(segment) ? 2 : 1;
  return width;
}

export function padded(text: string, width: number, align: Column["align"]): string {
  const space = " ".repeat(Math.max(0, width - widthOf(text)));
  return align === "left" ? text + space : space + text;
}

/** The lines of a table; columns that are empty throughout are left out. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const kept = columns
    .map((column, place) => ({ ...column, place }))
    .filter(({ place }) => rows.some((row) => row[place] !== ""));
  const widths = kept.map(({ title, place }) =>
    rows.reduce((most, row) => Math.max(most, widthOf(row[place] ?? "")), widthOf(title)),
  );
  const line = (cell: (column: (typeof kept)[number]) => string): string =>
    kept
      .map((column, at) => padded(cell(column), widths[at] ?? 0, column.align))
      .join("  ")
      .trimEnd();
  return [line(({ title }) => title), ...rows.map((row) => line(({ place }) => row[place] ?? ""))];
}
