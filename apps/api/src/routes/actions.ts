import type { OperatorAction } from "@agon/contract";
import { database, listActions as readActions } from "@agon/db";
import type { Context } from "hono";
import type { Handler } from "../http/bind.ts";
import type { AppEnv } from "../http/context.ts";
import { limitOf, nextCursor, type Paging, positionOf } from "../http/paging.ts";

async function actionsPage(c: Context<AppEnv>, arena: number | null, paging: Paging) {
  const limit = limitOf(paging);
  const before = positionOf(paging) || Number.MAX_SAFE_INTEGER;
  const rows = await readActions(database(c.env.DB), arena, before, limit + 1);
  const shown = rows.slice(0, limit);
  const next_cursor = nextCursor(c, rows.length > limit ? (shown.at(-1)?.id ?? null) : null);
  const data = shown.map(
    ({ at, keyId, keyName, action, target, status, arena: slug, requestId }): OperatorAction => ({
      at: new Date(at).toISOString(),
      key: { id: keyId, name: keyName },
      action,
      target,
      status,
      arena: slug,
      request_id: requestId,
    }),
  );
  return { data, next_cursor };
}

export const listActions: Handler<"listActions"> = async ({ c, query }) =>
  c.json(await actionsPage(c, null, query), 200);

export const listArenaActions: Handler<"listArenaActions"> = async ({ c, arena, query }) =>
  c.json(await actionsPage(c, arena.id, query), 200);
