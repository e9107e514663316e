import { median } from "../../simulation/summary.ts";

/**
 * Medians in milliseconds of one call. Work of one thread takes as much wall time as CPU time on a machine that
 * has nothing else to do; where others use it too, the CPU time is what remains.
 */
export interface Timing {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** The nearer to what the work takes on a quiet machine. */
export const quietMs = ({ wallMs, cpuMs }: Timing): number => Math.min(wallMs, cpuMs);

/** Medians over `runs` calls after `warmUp` more that compile the code. */
export function timed(runs: number, work: () => void, warmUp = Math.min(5, runs)): Timing {
  for (let run = 0; run < warmUp; run++) work();
  const times = Array.from({ length: runs }, () => once(work));
  return {
    wallMs: median(times.map(({ wallMs }) => wallMs)),
    cpuMs: median(times.map(({ cpuMs }) => cpuMs)),
  };
}

function once(work: () => void): Timing {
  const from = performance.now();
  const cpuFrom = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(cpuFrom);
  return { wallMs: performance.now() - from, cpuMs: (user + system) / 1000 };
}
