import { z } from "@hono/zod-openapi";
import { model, newModel, newPrompt, prompt } from "../schemas/arena.ts";
import { page } from "../schemas/common.ts";
import { modelProfile } from "../schemas/model-profile.ts";
import { bulkResult, newOutput, output, outputForm, takedown } from "../schemas/output.ts";
import { bodyErrors, keepGoing, kib, paging, type RouteSpec } from "./spec.ts";

export const catalogueRoutes = {
  listModels: {
    method: "get",
    path: "/v1/arenas/{arena}/models",
    summary: "The models of an arena",
    query: paging,
    status: 200,
    answer: page(model),
    errors: ["arena_unknown"],
  },
  readModel: {
    method: "get",
    path: "/v1/arenas/{arena}/models/{model}",
    summary: "A model's place, record and outputs",
    status: 200,
    answer: modelProfile,
    etag: true,
    errors: ["arena_unknown", "model_unknown"],
  },
  addModels: {
    method: "post",
    path: "/v1/arenas/{arena}/models",
    summary: "Add a model or a list of them; a known slug changes nothing",
    scope: "arena:write",
    body: {
      schema: z.union([newModel, z.array(newModel).min(1).max(1_024)]),
      type: "json",
      limitBytes: 1_024 * kib,
    },
    status: 201,
    answer: page(model),
    errors: [...bodyErrors, "arena_unknown"],
  },
  listPrompts: {
    method: "get",
    path: "/v1/arenas/{arena}/prompts",
    summary: "The prompts of an arena",
    query: paging,
    status: 200,
    answer: page(prompt),
    errors: ["arena_unknown"],
  },
  addPrompts: {
    method: "post",
    path: "/v1/arenas/{arena}/prompts",
    summary: "Add a prompt or a list of them; a known slug with the same text changes nothing",
    scope: "arena:write",
    body: {
      schema: z.union([newPrompt, z.array(newPrompt).min(1).max(1_000)]),
      type: "json",
      limitBytes: 4_096 * kib,
    },
    status: 201,
    answer: page(prompt),
    errors: [...bodyErrors, "arena_unknown", "prompt_exists"],
  },
  addOutputs: {
    method: "post",
    path: "/v1/arenas/{arena}/outputs",
    summary:
      "Upload outputs, one JSON object a line, any bad one refuses all unless ?keep_going=1; or one as a file",
    scope: "arena:write",
    query: keepGoing,
    body: { schema: newOutput, type: "ndjson", form: outputForm, limitBytes: 8_192 * kib },
    status: 201,
    answer: bulkResult,
    errors: [...bodyErrors, "arena_unknown", "import_rows_invalid", "output_exists", "media_invalid"],
  },
  takeOutputDown: {
    method: "post",
    path: "/v1/arenas/{arena}/outputs/takedown",
    summary: "Take an output down: it is shown nowhere any more, and its verdicts stay counted",
    scope: "arena:write",
    body: { schema: takedown, type: "json", limitBytes: 16 * kib },
    status: 200,
    answer: output,
    errors: [...bodyErrors, "arena_unknown", "model_unknown", "prompt_unknown", "output_unknown"],
  },
} as const satisfies Record<string, RouteSpec>;
