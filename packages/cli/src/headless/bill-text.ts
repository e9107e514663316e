// The bill in words.
import type { Estimate } from "./estimate.ts";

const whole = (value: number): string => Math.round(value).toLocaleString("en");

/** `$12.34`, with more digits below a cent. */
export const dollars = (usd: number | null): string =>
  usd === null ? "no price" : usd >= 0.01 || usd === 0 ? `$${usd.toFixed(2)}` : `$${usd.toPrecision(2)}`;

/** `about 1,500 calls, 1,200,000 + 12,000 tokens, $0.19` */
export const billText = ({ calls, inputTokens, outputTokens, usd }: Estimate): string =>
  `${whole(calls)} calls, ${whole(inputTokens)} tokens in, ${whole(outputTokens)} out, ${dollars(usd)}`;
