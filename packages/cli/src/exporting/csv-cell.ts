/** A spreadsheet takes a cell that starts like this for a formula, and would run what a hostile output says. */
const formulaStart = /^[=+\-@\t\r]/;

const needsQuotes = /[",\r\n]/;

/** A cell of a CSV file (RFC 4180). Texts that look like a formula get a leading `'`; numbers stay numbers. */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
