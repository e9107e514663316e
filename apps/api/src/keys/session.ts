// A console session: a sealed cookie that names the key somebody signed in with. Nothing is kept on the server, and a
// session ends with its key.
import type { StoredKey } from "@agon/db";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { AppEnv } from "../http/context.ts";
import { openText, sealText } from "../seal.ts";

const cookieName = "agon_console";
const lastsS = 12 * 3_600;

interface Claims {
  readonly key: string;
  /** Hash of the key's text: another key of the same id does not inherit the session. */
  readonly hash: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

const place = (c: Context<AppEnv>) => ({ path: "/", secure: new URL(c.req.url).protocol === "https:" });

/** Signs in with a key; gives the end of the session in milliseconds since 1970. */
export async function openSession(c: Context<AppEnv>, { id, hash, expiresAt }: StoredKey): Promise<number> {
  const until = Math.min(Date.now() + lastsS * 1_000, expiresAt ?? Number.POSITIVE_INFINITY);
  const claims: Claims = { key: id, hash, expiresAt: until };
  const sealed = await sealText(c.env.AGON_SECRET, "session", JSON.stringify(claims));
  setCookie(c, cookieName, sealed, { ...place(c), httpOnly: true, sameSite: "Strict", maxAge: lastsS });
  return until;
}

export const closeSession = (c: Context<AppEnv>): void => {
  deleteCookie(c, cookieName, place(c));
};

/** The session of the request's cookie; null without one, or when it is over or was not sealed here. */
export async function sessionOf(c: Context<AppEnv>): Promise<Claims | null> {
  const sealed = getCookie(c, cookieName);
  if (sealed === undefined) return null;
  const text = await openText(c.env.AGON_SECRET, "session", sealed);
  if (text === null) return null;
  const claims = JSON.parse(text) as Claims;
  return claims.expiresAt > Date.now() ? claims : null;
}
