/** A line of a table of targets. */
export interface TargetRow extends Record<string, string> {
  readonly work: string;
  readonly target: string;
  readonly figure: string;
  /** `yes`, `no`, or empty where a figure stands beside the targets for comparison. */
  readonly met: string;
  /** Seeds or runs behind the figure. */
  readonly of: string;
}

/** What a bench may be asked for. */
export interface BenchOptions {
  /** Fewer runs and seeds, for a quick look. */
  readonly fast: boolean;
}

export const yesNo = (met: boolean): string => (met ? "yes" : "no");

/** A number with as many decimals as it needs; Infinity is said in words. */
export const figure = (value: number, decimals = 0): string =>
  Number.isFinite(value) ? value.toFixed(decimals) : "not reached";
