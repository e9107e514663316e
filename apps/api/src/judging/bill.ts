// What a battle will cost, from the lengths of its texts.
import type { LlmDefinition } from "@agon/contract";

export interface BattleChars {
  readonly prompt: number;
  readonly outputs: readonly number[];
}

export interface Bill {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Null without a price. */
  readonly usd: number | null;
}

/** English text has about four characters a token. */
const charsAToken = 4;
/** Instructions, fences and the shape of the answer. */
const frameTokens = 350;
/** An answer with its reason. */
const answerTokens = 40;

/** The bill of one battle before anything is sent. */
export function battleBill(
  { protocol, options, price }: LlmDefinition,
  { prompt, outputs }: BattleChars,
): Bill {
  const single = protocol === "single-1-10";
  const orders = options.both_orders && outputs.length === 2 && !single ? 2 : 1;
  const calls = single ? outputs.length : orders;
  const shown = outputs.reduce((sum, chars) => sum + chars, 0) / (single ? outputs.length : 1);
  const inputTokens = Math.round(calls * (frameTokens + (prompt + shown) / charsAToken));
  const outputTokens = calls * Math.min(answerTokens, options.max_output_tokens);
  const usd = price && (inputTokens * price.input + outputTokens * price.output) / 1_000_000;
  return { calls, inputTokens, outputTokens, usd };
}
