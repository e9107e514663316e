import type { Bindings } from "../bindings.ts";
import type { Outgoing } from "./call.ts";

/** How this deployment calls out. */
export const outgoingOf = (env: Pick<Bindings, "AGON_OUTGOING_LOOPBACK">): Outgoing => ({
  rules: { loopback: env.AGON_OUTGOING_LOOPBACK === "on" },
  fetch: (url, init) => fetch(url, init),
});
