/** @typedef {Record<string, string | number | boolean | null>} Row one line of a table, by column */

/** @param {Row[string] | undefined} value */
const cellText = (value) => {
  if (typeof value === "number" && !Number.isInteger(value)) return value.toPrecision(4);
  return value === null || value === undefined ? "" : String(value);
};

/**
 * Rows as aligned text, numbers to the right; a column for every key that occurs.
 * @param {readonly Row[]} rows
 * @returns {string}
 */
export function table(rows) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const widthOf = (/** @type {string} */ column) =>
    Math.max(column.length, ...rows.map((row) => cellText(row[column]).length));
  const isNumeric = (/** @type {string} */ column) =>
    rows.every((row) => row[column] === undefined || row[column] === null || typeof row[column] === "number");
  const line = (/** @type {(column: string) => string} */ text) =>
    columns
      .map((column) =>
        isNumeric(column) ? text(column).padStart(widthOf(column)) : text(column).padEnd(widthOf(column)),
      )
      .join("  ")
      .trimEnd();
  const rule = line((column) => "-".repeat(widthOf(column)));
  return [line((column) => column), rule, ...rows.map((row) => line((column) => cellText(row[column])))].join(
    "\n",
  );
}
