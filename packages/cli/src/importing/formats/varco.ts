// Varco Arena (now Arena-Lite): JSONL with one generated answer a line. https://huggingface.co/papers/2411.01281
import { jsonRows } from "../../reading/json-rows.ts";
import { fieldsOf, filledText, optionalText, text } from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import type { ImportRecord } from "../record.ts";
import { convertRows } from "../source-rows.ts";

function records(value: unknown): ImportRecord[] {
  const row = fieldsOf(value);
  const model = filledText(row, "model_id");
  const source = optionalText(row, "source");
  const instruction = filledText(row, "instruction");
  const prompt = source === undefined ? instruction : `${instruction}\n\n${source}`;
  return [
    { kind: "model", key: model, name: model },
    { kind: "prompt", key: prompt, text: prompt, category: optionalText(row, "task") },
    { kind: "output", model, prompt, content: text(row, "generated") },
  ];
}

export const varco: ImportFormat = {
  name: "varco",
  source: "files",
  summary: "JSONL with model_id, instruction, generated and task (source, if any, follows the instruction)",
  async *rows(files) {
    for (const file of files) yield* convertRows(file, jsonRows(file), records);
  },
};
