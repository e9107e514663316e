import type { Protocol, Question } from "../protocol/protocol.ts";

/** What of the asking itself changes an answer. */
export interface AskParameters {
  readonly seed: number;
  readonly logprobs: boolean;
  readonly maxTokens: number;
}

/** 64 hexadecimal digits (SHA-256): the same for everything that would be answered alike. Fences do not count. */
export async function answerKey<T>(
  judge: string,
  protocol: Protocol<T>,
  question: Question,
  parameters: AskParameters,
): Promise<string> {
  const { criterion, prompt, reference, checklist, scenario, outputs, repeat } = question;
  const identity = [
    [judge, protocol.name, protocol.version],
    [criterion.slug, criterion.instruction, criterion.polarity ?? "more", criterion.showPrompt ?? true],
    [prompt, reference, checklist, scenario],
    outputs.map(({ parts, imageUrl, concepts }) => [parts, imageUrl, concepts]),
    [parameters.seed, parameters.logprobs, parameters.maxTokens, repeat],
  ];
  const bytes = new TextEncoder().encode(JSON.stringify(identity));
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
