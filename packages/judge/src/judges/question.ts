import { type JudgeContext, type JudgeOutput, overall } from "../judge.ts";
import type { Question, ShownOutput } from "../protocol/protocol.ts";

const shown = ({ content, parts, imageUrl, concepts }: JudgeOutput): ShownOutput => ({
  parts: parts ?? (content === null ? [] : [content]),
  imageUrl: imageUrl ?? null,
  concepts: concepts ?? [],
});

/** The question about these outputs, in this order. */
export function questionOf(outputs: readonly JudgeOutput[], context: JudgeContext): Question {
  return {
    criterion: context.criterion ?? overall,
    prompt: context.prompt ?? null,
    reference: context.reference,
    checklist: context.checklist ?? [],
    scenario: context.scenario ?? [],
    outputs: outputs.map(shown),
    repeat: context.repeat ?? 0,
  };
}

/** An output without anything a language model could read or see. */
export const isBlank = ({ content, imageUrl }: JudgeOutput): boolean => content === null && !imageUrl;
