// The card of a data set on the Hugging Face Hub: a README whose front matter names the tables.
import type { Arena } from "@agon/contract";

/** One table of the folder. */
export interface Part {
  readonly name: string;
  readonly about: string;
  readonly rows: number;
  /** Below the folder. */
  readonly path: string;
}

const sizes: readonly (readonly [below: number, category: string])[] = [
  [1_000, "n<1K"],
  [10_000, "1K<n<10K"],
  [100_000, "10K<n<100K"],
  [1_000_000, "100K<n<1M"],
  [10_000_000, "1M<n<10M"],
];

const sizeOf = (rows: number): string => sizes.find(([below]) => rows < below)?.[1] ?? "10M<n<100M";

/** JSON is YAML too: a title may hold anything. */
const quoted = (text: string): string => JSON.stringify(text);

function frontMatter({ title }: Arena, parts: readonly Part[]): string {
  const most = Math.max(...parts.map(({ rows }) => rows));
  const configs = parts.flatMap(({ name, path }, at) => [
    `- config_name: ${quoted(name)}`,
    ...(at === 0 ? ["  default: true"] : []),
    "  data_files:",
    "  - split: train",
    `    path: ${quoted(path)}`,
  ]);
  const head = [`pretty_name: ${quoted(title)}`, "tags:", "- agon", "- preference", "- leaderboard"];
  return [
    "---",
    ...head,
    "size_categories:",
    `- ${quoted(sizeOf(most))}`,
    "configs:",
    ...configs,
    "---",
  ].join("\n");
}

/** Text of an arena as plain Markdown: its marks are no marks of ours. */
const plain = (text: string): string => text.replaceAll(/[\\`*_{}[\]()#+\-.!|<>~]/g, "\\$&");

/** The README of the folder. */
export function cardOf(arena: Arena, source: string, parts: readonly Part[]): string {
  const tables = parts.map(({ name, about, rows }) => `| \`${name}\` | ${rows} | ${about} |`);
  return `${frontMatter(arena, parts)}

# ${plain(arena.title)}

${plain(arena.description)}

Exported from the arena \`${arena.slug}\` at <${source}>, entry ${arena.seq} of its log.

| table | rows | what |
| --- | --- | --- |
${tables.join("\n")}

\`verdicts\` holds the log: \`agon rate\` computes the leaderboard from it again. People who voted are keyed hashes, stable
within this arena and meaningless outside of it. Who may use the outputs is decided by the licences of their models.
`;
}
