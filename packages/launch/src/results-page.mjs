// docs/results.md: the tables of the benches as a page, with what they assume.

/**
 * @typedef {object} Section
 * @property {string} name of the bench
 * @property {string} title
 * @property {readonly string[]} notes
 * @property {readonly import("./table.mjs").Row[]} rows
 */

/** @param {import("./table.mjs").Row[string] | undefined} value */
const cell = (value) => String(value ?? "").replaceAll("|", "\\|");

/** @param {readonly (string | number | boolean | null | undefined)[]} cells */
const line = (cells) => `| ${cells.map(cell).join(" | ")} |`;

/** @param {readonly import("./table.mjs").Row[]} rows */
function markdownTable(rows) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [
    line(columns),
    line(columns.map(() => "---")),
    ...rows.map((row) => line(columns.map((column) => row[column]))),
  ].join("\n");
}

/** @param {Section} section */
const sectionText = ({ title, notes, rows }) =>
  [`## ${title}`, markdownTable(rows), ...notes.map((note) => `- ${note}`)].join("\n\n");

/**
 * @param {readonly Section[]} sections
 * @returns {string} the whole page
 */
export function resultsPage(sections) {
  const command = `npm run bench -- ${sections.map(({ name }) => name).join(" ")} --markdown`;
  const head = [
    "# Results",
    `Made by \`${command}\`, which measures everything anew and writes this page; nothing in it is typed by hand. The`,
    "simulations give the same figures on every machine; times are those of the machine that ran them. `met` says whether a",
    "target is reached; rows without a target stand there for comparison.",
  ];
  const intro = `${head[0]}\n\n${head.slice(1).join("\n")}`;
  return `${[intro, ...sections.map(sectionText)].join("\n\n")}\n`;
}
