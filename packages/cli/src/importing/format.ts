import type { NewArena } from "@agon/contract";
import type { SourceRow } from "./record.ts";

/** What the caller said about the source. */
export interface FormatOptions {
  /** LLMFAO: take GPT-4's verdicts too. */
  readonly withLlm?: boolean | undefined;
  /** Tables: which column holds what. */
  readonly map?: Readonly<Record<string, string>> | undefined;
  /** lm-eval: the model's name, which its files do not hold. */
  readonly model?: string | undefined;
}

/** One kind of file or folder that can be imported. */
export interface ImportFormat {
  readonly name: string;
  readonly summary: string;
  /** Whether the caller gives files, or one folder that holds them all. */
  readonly source: "files" | "folder";
  /** For the arena made by `--create`: its title, and where the data comes from. */
  readonly title?: string;
  readonly description?: string;
  /** Settings of that arena which the source itself holds. Throws `InputError` where they are not good. */
  settings?(files: readonly string[]): Promise<Partial<NewArena>>;
  /** The rows in batches. Called once for each pass, and gives the same rows each time. */
  rows(files: readonly string[], options: FormatOptions): AsyncIterable<readonly SourceRow[]>;
}
