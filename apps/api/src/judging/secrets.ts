import type { Bindings } from "../bindings.ts";
import { refuse } from "../http/problem.ts";

/** Only secrets with this prefix may leave for a judge's endpoint, whatever a definition names. */
const prefix = "JUDGE_";

/** A secret of the deployment by its name; null when there is none. */
export function namedSecret(env: Bindings, name: string): string | null {
  if (!name.startsWith(prefix)) return null;
  const value: unknown = Object.entries(env).find(([key]) => key === name)?.[1];
  return typeof value === "string" && value !== "" ? value : null;
}

/** Refuses a judge whose key the deployment does not hold, before anything is spent. */
export function requireSecret(env: Bindings, name: string | null): void {
  if (name === null || namedSecret(env, name) !== null) return;
  const detail = `the deployment holds no secret "${name}"; set it with: npx wrangler secret put ${name}`;
  throw refuse("judge_unavailable", `The judge cannot work: ${detail}.`, {
    errors: [{ pointer: "/key_secret", detail }],
  });
}
