// Every call with a key that changes something leaves a line: who, when, what. Bodies are not kept; the log of the
// arena has what became of them.
import { database, enterAction, type StoredKey } from "@agon/db";
import type { Context } from "hono";
import type { AppEnv } from "./context.ts";

export async function noteAction(
  c: Context<AppEnv>,
  key: StoredKey,
  arenaId: number | null,
  action: string,
  response: Response,
): Promise<void> {
  if (c.req.method === "GET" || c.req.method === "HEAD" || !response.ok) return;
  await enterAction(database(c.env.DB), {
    at: Date.now(),
    keyId: key.id,
    keyName: key.name,
    arenaId,
    action,
    target: `${c.req.method} ${response.headers.get("location") ?? c.req.path}`,
    status: response.status,
    requestId: c.get("requestId"),
  });
}
