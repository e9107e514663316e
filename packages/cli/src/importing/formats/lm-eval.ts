// lm-evaluation-harness, `--log_samples`: samples_TASK_DATE.jsonl in a folder named for the model.
// https://github.com/EleutherAI/lm-evaluation-harness
import { basename, dirname, resolve } from "node:path";
import { jsonRows } from "../../reading/json-rows.ts";
import { FieldError, type Fields, fieldsOf, listOf, nameOrNumber } from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import type { ImportRecord } from "../record.ts";
import { convertRows } from "../source-rows.ts";

/** `samples_gsm8k_2025-01-31T10-00-00.123.jsonl` holds the task gsm8k. */
const taskOf = (file: string): string =>
  basename(file)
    .replace(/^samples_/, "")
    .replace(/\.jsonl?$/, "")
    .replace(/_\d{4}-\d{2}-\d{2}T[\d.:-]+$/, "");

/** The folder is the model's name with `/` written as `__`. */
const modelOf = (file: string): string => basename(dirname(resolve(file))).replaceAll("__", "/");

/** What was asked of the model: one context, or one per choice with its continuation. */
interface Request {
  readonly context: string;
  readonly continuation: unknown;
}

function requestsOf(row: Fields): Request[] {
  const given = row.arguments;
  const list = Array.isArray(given) ? given : Object.values(fieldsOf(given, "arguments"));
  return list.map((request) => {
    const [context, continuation] = Array.isArray(request)
      ? request
      : [fieldsOf(request, "arguments").arg_0, fieldsOf(request, "arguments").arg_1];
    if (typeof context !== "string") throw new FieldError("arguments", "has a request without a text");
    return { context, continuation };
  });
}

/** The generated text, or the continuation that the model found likeliest. */
function contentOf(row: Fields, requests: readonly Request[]): string {
  const answers = listOf(row.resps, "resps").map((answer) => listOf(answer, "resps")[0]);
  if (typeof answers[0] === "string") return answers[0];
  const likelihoods = answers.map((answer) => Number(listOf(answer, "resps")[0]));
  if (likelihoods.length === 0 || likelihoods.some(Number.isNaN)) {
    throw new FieldError("resps", "holds neither texts nor log-likelihoods");
  }
  const likeliest = requests[likelihoods.indexOf(Math.max(...likelihoods))]?.continuation;
  if (typeof likeliest !== "string") throw new FieldError("arguments", "has no continuation to choose");
  return likeliest.trim();
}

const usualMetrics = ["exact_match", "acc", "acc_norm", "f1", "em", "bleu", "rougeL", "mc2", "pass@1"];

function scoreOf(row: Fields): number | undefined {
  const named = Array.isArray(row.metrics) ? row.metrics.map(String) : usualMetrics;
  for (const name of named) {
    const value = row[name];
    if (typeof value === "boolean") return value ? 1 : 0;
    if (typeof value === "number" && Number.isFinite(value)) return value;
  }
  return undefined;
}

/** The expected answer; for a choice the harness gives its place. */
function referenceOf(row: Fields, requests: readonly Request[]): string | undefined {
  const target = row.target;
  const chosen = /^\d+$/.test(String(target)) && requests.length > 1 ? requests[Number(target)] : undefined;
  if (typeof chosen?.continuation === "string") return chosen.continuation.trim();
  return typeof target === "string" && target !== "" ? target : undefined;
}

function records(row: Fields, model: string, task: string): ImportRecord[] {
  const requests = requestsOf(row);
  const [first] = requests;
  if (first === undefined) throw new FieldError("arguments", "has no request");
  const prompt = `${task}-${nameOrNumber(row, "doc_id")}`;
  return [
    { kind: "model", key: model, name: model },
    {
      kind: "prompt",
      key: prompt,
      label: prompt,
      text: first.context,
      category: task,
      reference: referenceOf(row, requests),
    },
    { kind: "output", model, prompt, content: contentOf(row, requests), score: scoreOf(row) },
  ];
}

export const lmEval: ImportFormat = {
  name: "lm-eval",
  source: "files",
  summary: "samples_TASK_DATE.jsonl of lm-evaluation-harness; the model is --model or the folder's name",
  async *rows(files, options) {
    for (const file of files) {
      const model = options.model ?? modelOf(file);
      // A task with several answer filters repeats every sample; the first filter stands for the sample.
      let filter: unknown;
      yield* convertRows(file, jsonRows(file), (value) => {
        const row = fieldsOf(value);
        filter ??= row.filter;
        return row.filter === filter ? records(row, model, taskOf(file)) : [];
      });
    }
  },
};
