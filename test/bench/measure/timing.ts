import { median } from "../../simulation/summary.ts";

/** Median wall time of one call in milliseconds; the first calls, which compile, are thrown away. */
export function medianMs(runs: number, work: () => void): number {
  for (let run = 0; run < Math.min(5, runs); run++) work();
  const times = Array.from({ length: runs }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return median(times);
}

/** Median CPU time of one call in milliseconds, all threads of the process together. */
export function medianCpuMs(runs: number, work: () => void): number {
  for (let run = 0; run < Math.min(5, runs); run++) work();
  const times = Array.from({ length: runs }, () => {
    const from = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  });
  return median(times);
}
