import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { AcceptRow } from "@agon/launch";

/** Where the real data lies: the project brings none. */
const folder = process.env.AGON_DATA ?? fileURLToPath(new URL("../../../../shared/data", import.meta.url));

/** A folder or file of the real data. */
export const dataPath = (...parts: string[]): string => path.join(folder, ...parts);

/** The row, left out where the data it needs is not there. */
export const needsData = (name: string, row: AcceptRow): AcceptRow => ({
  ...row,
  run: async (context) =>
    existsSync(dataPath(name)) ? row.run(context) : { ok: null, figure: "no data: give --data DIR" },
});

/** Scores of LLMFAO's `golden.csv` by model name; names may hold commas inside quotes. */
export function goldenScores(algorithm: string): Map<string, number> {
  const lines = readFileSync(dataPath("llmfao", "golden.csv"), "utf8").trim().split("\n");
  return new Map(
    lines.flatMap((line) => {
      const [, name, model, score] = /^([^,]+),"?(.*?)"?,([^,]+)$/.exec(line) ?? [];
      return name === algorithm && model !== undefined ? [[model, Number(score)] as const] : [];
    }),
  );
}

export const alpacaFiles = (): string[] =>
  readdirSync(dataPath("alpaca_eval"))
    .filter((file) => file.endsWith(".json"))
    .map((file) => dataPath("alpaca_eval", file));

/** Mean preference of each AlpacaEval model against the baseline, 1 to 2; what is missing counts as equal. */
export function meanPreferences(): Map<string, number> {
  const files = alpacaFiles().filter((file) => file.endsWith(".annotations.json"));
  return new Map(
    files.map((file) => {
      const rows: { preference: number | null }[] = JSON.parse(readFileSync(file, "utf8"));
      const sum = rows.reduce((total, { preference }) => total + (preference || 1.5), 0);
      return [path.basename(file, ".annotations.json"), sum / rows.length];
    }),
  );
}
