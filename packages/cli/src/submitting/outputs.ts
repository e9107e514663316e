// The outputs of one model, from a file in any of the formats that `agon import` reads.
import type { NewSubmission } from "@agon/contract";
import { InputError } from "../failure.ts";
import { formatFor } from "../importing/detect.ts";
import { callerPath, sourceOf } from "../importing/paths.ts";
import { problemText } from "../importing/problems.ts";
import type { ImportRecord } from "../importing/record.ts";

type Submitted = Extract<NewSubmission, { type: "model.submitted" }>["data"];
type SubmittedOutputs = NonNullable<Submitted["outputs"]>;

/** What a file says of one model. */
export interface FileModel {
  readonly name: string;
  readonly outputs: SubmittedOutputs;
}

async function recordsOf(paths: readonly string[], formatName: string | undefined): Promise<ImportRecord[]> {
  const files = paths.map(callerPath);
  const format = await formatFor(formatName, files[0]);
  const records: ImportRecord[] = [];
  for await (const batch of format.rows(await sourceOf(format, files), {})) {
    for (const row of batch) {
      if ("problem" in row) throw new InputError(problemText(row.problem), "Nothing was submitted.");
      records.push(...row.records);
    }
  }
  return records;
}

/** Prompts are named by their texts: every arena knows its own slugs alone. */
function outputsOf(records: readonly ImportRecord[], model: string): SubmittedOutputs {
  const texts = new Map(records.flatMap((one) => (one.kind === "prompt" ? [[one.key, one.text]] : [])));
  return records.flatMap((one) => {
    if (one.kind !== "output" || one.model !== model) return [];
    const prompt = texts.get(one.prompt) ?? one.prompt;
    const shown = one.mediaUrl === undefined ? { content: one.content ?? "" } : { media_url: one.mediaUrl };
    return [{ prompt, ...shown, ...(one.score === undefined ? {} : { score: one.score }) }];
  });
}

/**
 * The outputs of the only model in some files, or of the one called `wanted`.
 * @throws InputError when there are several and none is named, or there is no such model
 */
export async function readModel(
  paths: readonly string[],
  { format, wanted }: { readonly format?: string | undefined; readonly wanted?: string | undefined },
): Promise<FileModel> {
  const records = await recordsOf(paths, format);
  const models = new Map(records.flatMap((one) => (one.kind === "model" ? [[one.key, one.name]] : [])));
  const named = [...models].filter(
    ([key, name]) => wanted === undefined || wanted === key || wanted === name,
  );
  const [only, ...others] = named;
  if (only === undefined || others.length > 0) {
    const there = [...models.values()].slice(0, 20).join(", ");
    throw new InputError(
      only === undefined
        ? `There is no model "${wanted ?? ""}" in the files`
        : "The files hold several models",
      `Choose one with --model: ${there}.`,
    );
  }
  return { name: only[1], outputs: outputsOf(records, only[0]) };
}
