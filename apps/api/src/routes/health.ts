import type { Health } from "@agon/contract";
import { countArenas, database } from "@agon/db";
import type { Handler } from "../http/bind.ts";

const version = "0.1.0";

export const health: Handler<"health"> = async ({ c }) => {
  const stored = await countArenas(database(c.env.DB)).then(
    (arenas) => ({ name: "database", ok: true, detail: `${arenas} arenas` }),
    () => ({
      name: "database",
      ok: false,
      detail: "D1 does not answer; votes are refused, boards may be old",
    }),
  );
  const secret = c.env.AGON_SECRET
    ? { name: "secret", ok: true, detail: "ballots can be sealed" }
    : { name: "secret", ok: false, detail: "AGON_SECRET is not set; ballots cannot be issued" };
  const checks = [stored, secret];
  const good = checks.every(({ ok }) => ok);
  return c.json({ status: good ? "ok" : "degraded", checks, version } satisfies Health, good ? 200 : 503);
};
