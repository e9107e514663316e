// Puts an example beside every body of the document that has none.
import { componentExamples, fieldExamples } from "./examples.ts";
import { type Schema, sampleOf } from "./sample.ts";

interface Media {
  readonly schema?: Schema;
  example?: unknown;
  readonly examples?: unknown;
}

interface WithContent {
  readonly content?: Readonly<Record<string, Media>>;
}

interface Operation {
  readonly requestBody?: WithContent;
  readonly responses?: Readonly<Record<string, WithContent>>;
}

const isJson = (type: string): boolean => /json$/.test(type);

/** Changes the media types in place: the document was made for this one answer. */
function fill(
  { content = {} }: WithContent,
  schemas: Readonly<Record<string, Schema>>,
  whole: boolean,
): void {
  const source = { schemas, components: componentExamples, fields: fieldExamples, whole };
  for (const [type, media] of Object.entries(content)) {
    if (!isJson(type) || media.schema === undefined || media.schema.type === "string") continue;
    if (media.example === undefined && media.examples === undefined) {
      media.example = sampleOf(media.schema, source);
    }
  }
}

/** Fills in the examples of an operation: bodies with what is required, answers with everything. */
export function fillExamples(operation: Operation, schemas: Readonly<Record<string, Schema>>): void {
  if (operation.requestBody) fill(operation.requestBody, schemas, false);
  for (const response of Object.values(operation.responses ?? {})) fill(response, schemas, true);
}
