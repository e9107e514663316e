// A cap on money that holds while many calls are under way.

export interface Budget {
  /** Sets aside what a call may cost; false when that would pass the cap. */
  readonly reserve: (usd: number) => boolean;
  /** The call is over: `reserved` is freed, `usd` was paid. */
  readonly settle: (reserved: number, usd: number) => void;
  readonly spentUsd: () => number;
  /** How much dearer calls turned out than estimated; at least 1. */
  readonly overrun: () => number;
}

/**
 * Spending plus what is set aside never passes `capUsd`, so a run stops within one battle of it. Estimates that prove
 * too low raise all later ones.
 *
 * @param spentUsd what an interrupted run has paid already
 */
export function budgetOf(capUsd: number, spentUsd = 0): Budget {
  if (!(capUsd >= 0)) throw new RangeError("A cap is not negative");
  let [spent, aside, overrun] = [spentUsd, 0, 1];
  return {
    reserve: (usd) => {
      if (spent + aside + usd > capUsd) return false;
      aside += usd;
      return true;
    },
    settle: (reserved, usd) => {
      aside -= reserved;
      spent += usd;
      if (reserved > 0 && usd > 0) overrun = Math.max(overrun, (usd / reserved) * overrun);
    },
    spentUsd: () => spent,
    overrun: () => overrun,
  };
}
