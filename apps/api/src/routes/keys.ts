import type { CreatedKey, NewKey } from "@agon/contract";
import { database, deleteKey, findNamedKey, insertKey, listKeys as readKeys, type StoredKey } from "@agon/db";
import type { Bindings } from "../bindings.ts";
import { sha256Hex } from "../hash.ts";
import { arenaOf } from "../http/arenas.ts";
import { hasScope, isDeploymentKey } from "../http/auth.ts";
import type { Handler } from "../http/bind.ts";
import { pageOf } from "../http/paging.ts";
import { refuse } from "../http/problem.ts";
import { keyIdOf, newKeyText } from "../keys/key-text.ts";
import { keyView } from "../keys/key-view.ts";

export const listKeys: Handler<"listKeys"> = async ({ c, query }) => {
  const keys = await readKeys(database(c.env.DB));
  const shown = keys.map((key) => keyView(c.env, key));
  return c.json(pageOf(c, shown, query), 200);
};

export const createKey: Handler<"createKey"> = async ({ c, body, key }) => {
  checkGrant(key, body);
  const arenaId = body.arena === undefined ? null : (await arenaOf(c.env, body.arena)).id;
  const text = await enterNewKey(c.env, body, arenaId);
  const id = keyIdOf(text) ?? "";
  const stored = await findNamedKey(database(c.env.DB), id);
  if (stored === null) throw refuse("unavailable", "The key could not be written; send the same again.");
  return c.json({ ...keyView(c.env, stored), key: text } satisfies CreatedKey, 201);
};

/** Nobody gives away more than they have, or something that is over already. */
function checkGrant(own: StoredKey, { scopes, expires_at }: NewKey): void {
  const missing = scopes.find((scope) => !hasScope(own, scope));
  if (missing !== undefined)
    throw refuse("scope_missing", `A key without the scope ${missing} cannot give it to another.`);
  if (expires_at !== undefined && Date.parse(expires_at) <= Date.now())
    throw refuse("schema_invalid", "The key would have expired already.", {
      errors: [{ pointer: "/expires_at", detail: "lies in the past" }],
    });
}

/** Writes the key's hash; gives its text, which is kept nowhere. */
async function enterNewKey(env: Bindings, wish: NewKey, arenaId: number | null): Promise<string> {
  const text = newKeyText();
  const entered = await insertKey(database(env.DB), {
    id: keyIdOf(text) ?? "",
    hash: await sha256Hex(text),
    name: wish.name,
    scopes: [...new Set(wish.scopes)].join(" "),
    arenaId,
    createdAt: Date.now(),
    expiresAt: wish.expires_at === undefined ? null : Date.parse(wish.expires_at),
  });
  return entered ? text : enterNewKey(env, wish, arenaId);
}

export const revokeKey: Handler<"revokeKey"> = async ({ c, param }) => {
  const id = param("key");
  const stored = await findNamedKey(database(c.env.DB), id);
  if (stored === null) throw refuse("key_unknown", `There is no key "${id.slice(0, 80)}".`);
  if (isDeploymentKey(c.env, stored))
    throw refuse(
      "key_protected",
      "This key is a secret of the deployment (AGON_ADMIN_KEY_HASH); change it there.",
    );
  await deleteKey(database(c.env.DB), id);
  return c.json(keyView(c.env, stored), 200);
};
