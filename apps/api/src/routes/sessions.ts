import type { Session } from "@agon/contract";
import { database, findNamedKey } from "@agon/db";
import { findKey } from "../http/auth.ts";
import type { Handler } from "../http/bind.ts";
import { refuse } from "../http/problem.ts";
import { keyView } from "../keys/key-view.ts";
import { closeSession as forget, openSession as open, sessionOf } from "../keys/session.ts";

const nobody: Session = { key: null, expires_at: null };

export const readSession: Handler<"readSession"> = async ({ c }) => {
  const session = await sessionOf(c);
  const key = session && (await findNamedKey(database(c.env.DB), session.key));
  if (session === null || key === null || key.hash !== session.hash) return c.json(nobody, 200);
  const expires_at = new Date(session.expiresAt).toISOString();
  return c.json({ key: keyView(c.env, key), expires_at } satisfies Session, 200);
};

export const openSession: Handler<"openSession"> = async ({ c, body }) => {
  const found = await findKey(c.env, body.key);
  const key = found && (await findNamedKey(database(c.env.DB), found.id));
  if (found === null || key === null)
    throw refuse("key_invalid", "The key is not known, has expired or was revoked.");
  const expires_at = new Date(await open(c, found)).toISOString();
  return c.json({ key: keyView(c.env, key), expires_at } satisfies Session, 201);
};

export const closeSession: Handler<"closeSession"> = async ({ c }) => {
  forget(c);
  return c.json(nobody, 200);
};
