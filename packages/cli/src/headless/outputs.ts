import { InputError } from "../failure.ts";
import { Catalogue } from "../importing/catalogue.ts";
import type { FormatOptions, ImportFormat } from "../importing/format.ts";
import { problemTexts } from "../importing/problems.ts";
import type { ImportRecord } from "../importing/record.ts";
import { surveyRows } from "../importing/survey.ts";

/** What a judge may see of one stored output. */
interface StoredOutput {
  readonly content: string | null;
  readonly score: number | null;
  readonly imageUrl: string | null;
}

interface StoredPrompt {
  readonly slug: string;
  /** Empty where no judge reads it. */
  readonly text: string;
  readonly reference: string | null;
}

/** The outputs of files, by number of model and prompt. */
export interface OutputTable {
  readonly models: readonly string[];
  readonly prompts: readonly StoredPrompt[];
  at(model: number, prompt: number): StoredOutput | null;
}

class Table implements OutputTable {
  readonly models: string[] = [];
  readonly prompts: StoredPrompt[] = [];
  readonly #modelNumbers = new Map<string, number>();
  readonly #promptNumbers = new Map<string, number>();
  readonly #outputs: (StoredOutput | undefined)[][] = [];
  readonly #catalogue: Catalogue;
  readonly #withContent: boolean;

  constructor(catalogue: Catalogue, withContent: boolean) {
    this.#catalogue = catalogue;
    this.#withContent = withContent;
  }

  at(model: number, prompt: number): StoredOutput | null {
    return this.#outputs[prompt]?.[model] ?? null;
  }

  take(record: ImportRecord): void {
    if (record.kind === "model") {
      const slug = this.#catalogue.enterModel(record);
      if (this.#modelNumbers.has(slug)) return;
      this.#modelNumbers.set(slug, this.models.push(record.name) - 1);
    } else if (record.kind === "prompt") {
      const slug = this.#catalogue.enterPrompt(record);
      if (this.#promptNumbers.has(slug)) return;
      const text = this.#withContent ? record.text : "";
      this.#promptNumbers.set(
        slug,
        this.prompts.push({ slug, text, reference: record.reference ?? null }) - 1,
      );
    } else if (record.kind === "output") {
      const prompt = this.#promptNumbers.get(this.#catalogue.promptSlug(record.prompt)) ?? -1;
      const model = this.#modelNumbers.get(this.#catalogue.modelSlug(record.model)) ?? -1;
      const content = this.#withContent ? (record.content ?? null) : null;
      this.#row(prompt)[model] = {
        content,
        score: record.score ?? null,
        imageUrl: record.mediaUrl ?? null,
      };
    }
  }

  #row(prompt: number): (StoredOutput | undefined)[] {
    const row = this.#outputs[prompt] ?? [];
    this.#outputs[prompt] = row;
    return row;
  }
}

/**
 * Reads all outputs of the files. Texts are kept only when a judge needs them.
 * @throws InputError with the line and field of every bad row
 */
export async function readOutputs(
  format: ImportFormat,
  files: readonly string[],
  options: FormatOptions,
  withContent: boolean,
): Promise<OutputTable> {
  const catalogue = new Catalogue();
  const { problems } = await surveyRows(format.rows(files, options), catalogue);
  if (problems.rows > 0) {
    throw new InputError(
      [`${problems.rows} rows are not valid.`, ...problemTexts(problems)].join("\n"),
      "Correct them.",
    );
  }
  const table = new Table(catalogue, withContent);
  for await (const batch of format.rows(files, options)) {
    for (const row of batch) if ("records" in row) for (const record of row.records) table.take(record);
  }
  return table;
}
