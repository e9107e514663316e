import { page } from "../schemas/common.ts";
import { createdKey, key, newKey, operatorAction } from "../schemas/key.ts";
import { bodyErrors, kib, paging, type RouteSpec } from "./spec.ts";

export const keyRoutes = {
  listKeys: {
    method: "get",
    path: "/v1/keys",
    summary: "The keys of this deployment, without their texts",
    scope: "keys:write",
    query: paging,
    status: 200,
    answer: page(key),
    errors: [],
  },
  createKey: {
    method: "post",
    path: "/v1/keys",
    summary: "Make a key; its text is in this answer and nowhere else",
    scope: "keys:write",
    body: { schema: newKey, type: "json", limitBytes: 4 * kib },
    status: 201,
    answer: createdKey,
    errors: [...bodyErrors, "arena_unknown", "scope_missing"],
  },
  revokeKey: {
    method: "delete",
    path: "/v1/keys/{key}",
    summary: "Revoke a key at once",
    scope: "keys:write",
    status: 200,
    answer: key,
    errors: ["key_unknown", "key_protected"],
  },
  listActions: {
    method: "get",
    path: "/v1/actions",
    summary: "What was done with keys, newest first",
    scope: "keys:write",
    query: paging,
    status: 200,
    answer: page(operatorAction),
    errors: [],
  },
  listArenaActions: {
    method: "get",
    path: "/v1/arenas/{arena}/actions",
    summary: "What was done with keys in an arena, newest first",
    scope: "arena:write",
    query: paging,
    status: 200,
    answer: page(operatorAction),
    errors: ["arena_unknown"],
  },
} as const satisfies Record<string, RouteSpec>;
