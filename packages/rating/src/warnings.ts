import type { Warning } from "./error.ts";
import type { Connection } from "./graph.ts";

/** What a result without enough evidence says of itself; `active` models have battles. */
export function evidenceWarnings(active: number): Warning[] {
  if (active > 0) return [];
  return [{ code: "no-battles", message: "no battle is counted yet: no model is rated" }];
}

export function connectionWarnings(connection: Connection, priorSd: number): Warning[] {
  if (connection === "strong") return [];
  const because =
    connection === "none"
      ? "some models share no chain of battles"
      : "some models never lost to, or never beat, the others";
  const code = connection === "none" ? "disconnected" : "not-strongly-connected";
  const message = `${because}: ratings lean on a prior N(0, ${priorSd}^2)`;
  return [{ code, message, values: { priorSd } }];
}

export const notConverged = (converged: boolean): Warning[] =>
  converged ? [] : [{ code: "not-converged", message: "the fit did not settle: read the ratings with care" }];
