// How many tokens a text is, without the model's own tokenizer: four letters of a spaced script, one sign of another.
import type { ChatMessage } from "../chat/chat.ts";

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;

/** What an image costs is the provider's secret; this is a usual figure for one of 1024 x 1024. */
const imageTokens = 765;

/** Tokens of an answer in the form asked for. */
export const answerTokens = 6;

export function estimateTokens(text: string): number {
  const dense = text.match(unspaced)?.length ?? 0;
  return Math.ceil(dense + (text.length - dense) / 4);
}

export function estimateInput(messages: readonly ChatMessage[]): number {
  let tokens = 0;
  for (const { content } of messages) {
    if (typeof content === "string") tokens += estimateTokens(content);
    else for (const part of content) tokens += part.type === "text" ? estimateTokens(part.text) : imageTokens;
  }
  return tokens;
}
