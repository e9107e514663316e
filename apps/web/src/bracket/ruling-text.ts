import type { MatchDetail } from "@agon/contract";
import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";
import { orderText } from "./order-text.ts";

export type Ruling = MatchDetail["rulings"][number];

/** What an operator decided and why. `names`: the models of the match by place, as `ranks` are. */
export function rulingText(
  ruling: Ruling,
  names: readonly string[],
  t: Messages["bracket"]["match"],
): string {
  const told = ruling.ranks === null ? t.ruledVoid : fill(t.ruled, { order: orderText(names, ruling.ranks) });
  return ruling.reason === null ? `${told}.` : fill(t.because, { ruling: told, reason: ruling.reason });
}
