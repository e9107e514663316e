// Records in the shapes of the API, and the contract's own check of each.
import {
  type ImportedVerdict,
  importedVerdict,
  type NewModel,
  type NewOutput,
  type NewPrompt,
  newModel,
  newOutput,
  newPrompt,
} from "@agon/contract";
import type { Catalogue } from "./catalogue.ts";
import { FieldError } from "./fields.ts";
import type { ModelRecord, OutputRecord, PromptRecord, VerdictRecord } from "./record.ts";

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

type Parsed<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };

/** Throws `FieldError` with the first thing that the contract refuses. */
function accepted<T>(parsed: Parsed<T>): T {
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new FieldError(
    issue?.path.map(String).join(".") ?? "",
    issue?.message ?? "does not fit the contract",
  );
}

const aboutModel = ({ name, organization, license, url, family, description }: ModelRecord) => ({
  name,
  organization,
  license,
  url,
  family,
  description,
});

export const modelForWire = (record: ModelRecord, slug: string): NewModel =>
  accepted(newModel.safeParse({ ...aboutModel(record), slug }));

export const promptForWire = ({ text, category, reference }: PromptRecord, slug: string): NewPrompt =>
  accepted(newPrompt.safeParse({ slug, text, category, reference }));

export function outputForWire(record: OutputRecord, catalogue: Catalogue): NewOutput {
  const { content, mediaUrl, score } = record;
  const model = catalogue.modelSlug(record.model);
  const prompt = catalogue.promptSlug(record.prompt);
  return accepted(newOutput.safeParse({ model, prompt, content, media_url: mediaUrl, score }));
}

export function verdictForWire(record: VerdictRecord, catalogue: Catalogue): ImportedVerdict {
  const { id, ranks, judge, flags = [], at, criterion, firstOnly } = record;
  const models = record.models.map((key) => catalogue.modelSlug(key));
  const prompt = catalogue.promptSlug(record.prompt);
  const said = { ranks, first_only: firstOnly, criterion, flags, at };
  return accepted(importedVerdict.safeParse({ id, models, prompt, judge, ...said }));
}
