import path from "node:path";
import { processesOfState, type RunningStart, readRecord } from "@agon/launch";

/** The ways a server dies. After the last two something lives on, and the next start has to take it over. */
export const deaths = ["all at once", "the launcher alone", "every Node, but not workerd"] as const;
export type Death = (typeof deaths)[number];

const isNode = (program: string) => path.basename(program).startsWith("node");

/** The processes of the server itself that are to be killed with the launcher. */
function victims(death: Death, state: string): number[] {
  const group = readRecord(state)?.group;
  if (group === undefined) throw new Error("the state folder names no process group");
  if (death === "all at once") return [-group];
  if (death === "the launcher alone") return [];
  return processesOfState(state).flatMap(({ pid, program }) => (isNode(program) ? [pid] : []));
}

/** Kills with SIGKILL, which no process can answer; the launcher first, so that it tidies nothing up. */
export function kill(death: Death, running: RunningStart, state: string): void {
  for (const pid of [running.pid, ...victims(death, state)]) process.kill(pid, "SIGKILL");
}
