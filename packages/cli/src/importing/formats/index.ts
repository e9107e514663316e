import type { ImportFormat } from "../format.ts";
import { agon } from "./agon.ts";
import { alpacaEval } from "./alpaca-eval.ts";
import { arenaHard, mtBench } from "./bench-answers.ts";
import { chatbotArena } from "./chatbot-arena.ts";
import { llmfao } from "./llmfao.ts";
import { lmEval } from "./lm-eval.ts";
import { csv, jsonl } from "./table.ts";
import { varco } from "./varco.ts";

/** Every format that can be imported. */
export const importFormats: readonly ImportFormat[] = [
  agon,
  llmfao,
  alpacaEval,
  varco,
  chatbotArena,
  arenaHard,
  mtBench,
  lmEval,
  csv,
  jsonl,
];
