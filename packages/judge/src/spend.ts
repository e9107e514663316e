// What judging cost.

/** Calls, tokens and money of one answer, battle or run. Money is in US dollars; null when a price is not known. */
export interface Spend {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly usd: number | null;
  /** Answers that were there already and cost nothing this time. */
  readonly cached: number;
}

export const noSpend: Spend = { calls: 0, inputTokens: 0, outputTokens: 0, usd: 0, cached: 0 };

/** The sum; unknown as soon as one part of it is. */
export function addSpend(...parts: readonly Spend[]): Spend {
  return parts.reduce(
    (sum, part) => ({
      calls: sum.calls + part.calls,
      inputTokens: sum.inputTokens + part.inputTokens,
      outputTokens: sum.outputTokens + part.outputTokens,
      usd: sum.usd === null || part.usd === null ? null : sum.usd + part.usd,
      cached: sum.cached + part.cached,
    }),
    noSpend,
  );
}

/** US dollars per million tokens. */
export interface Price {
  readonly inputPerMillion: number;
  readonly outputPerMillion: number;
}

export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** US dollars; null without a price. */
export const costOf = ({ inputTokens, outputTokens }: Usage, price: Price | null): number | null =>
  price === null
    ? null
    : (inputTokens * price.inputPerMillion + outputTokens * price.outputPerMillion) / 1_000_000;
