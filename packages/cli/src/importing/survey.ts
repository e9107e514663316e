// The first pass over a source: every row is read and checked, nothing is sent.
import type { NewModel } from "@agon/contract";
import type { Catalogue } from "./catalogue.ts";
import { FieldError } from "./fields.ts";
import { fingerprint } from "./fingerprint.ts";
import { ProblemList } from "./problems.ts";
import type { ImportRecord, SourceRow } from "./record.ts";
import { modelForWire, outputForWire, promptForWire, verdictForWire } from "./wire.ts";

export interface Survey {
  /** Models of good rows, in the order of the source. */
  readonly models: ReadonlyMap<string, NewModel>;
  /** Outputs and verdicts of good rows. */
  readonly rows: number;
  /** Rows of the source that are valid and say something. */
  readonly goodRows: number;
  readonly problems: ProblemList;
}

/** What a good row adds: to tell a repeated output or vote from a contradiction. */
interface Entry {
  readonly key: string;
  readonly print: string;
}

class Surveyor {
  readonly models = new Map<string, NewModel>();
  readonly problems = new ProblemList();
  readonly #catalogue: Catalogue;
  readonly #entries = new Map<string, string>();
  rows = 0;
  goodRows = 0;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  take(row: SourceRow): void {
    if ("problem" in row) {
      this.problems.add(row.problem);
      return;
    }
    try {
      const entries = row.records.flatMap((record) => this.#check(record) ?? []);
      for (const { key, print } of entries) this.#entries.set(key, print);
      for (const record of row.records) this.#enterModel(record);
      this.rows += entries.length;
      if (row.records.length > 0) this.goodRows += 1;
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      this.problems.add({ ...row.place, field: error.field, detail: error.message });
    }
  }

  #check(record: ImportRecord): Entry | null {
    switch (record.kind) {
      case "model":
        modelForWire(record, this.#catalogue.enterModel(record));
        return null;
      case "prompt":
        promptForWire(record, this.#catalogue.enterPrompt(record));
        return null;
      case "output": {
        const output = outputForWire(record, this.#catalogue);
        const key = fingerprint("output", output.model, output.prompt);
        return this.#entry(
          key,
          JSON.stringify(output),
          "content",
          "the model has another output for this prompt",
        );
      }
      case "verdict": {
        const verdict = verdictForWire(record, this.#catalogue);
        const key = fingerprint("verdict", verdict.id);
        return this.#entry(key, JSON.stringify(verdict), "id", `another vote has the id "${verdict.id}"`);
      }
    }
  }

  #entry(key: string, text: string, field: string, contradiction: string): Entry {
    const print = fingerprint(text);
    const before = this.#entries.get(key);
    if (before !== undefined && before !== print) throw new FieldError(field, contradiction);
    return { key, print };
  }

  #enterModel(record: ImportRecord): void {
    if (record.kind !== "model") return;
    const slug = this.#catalogue.enterModel(record);
    if (!this.models.has(slug)) this.models.set(slug, modelForWire(record, slug));
  }
}

/**
 * Reads a source to its end and checks every row against the contract and against the other rows. Memory: the
 * catalogue and a few dozen bytes a row.
 *
 * @param batches the rows; `catalogue` gets their models and prompts
 */
export async function surveyRows(
  batches: AsyncIterable<readonly SourceRow[]>,
  catalogue: Catalogue,
): Promise<Survey> {
  const surveyor = new Surveyor(catalogue);
  for await (const batch of batches) for (const row of batch) surveyor.take(row);
  return surveyor;
}
