// A voter is a signed random cookie, and in the log a keyed hash of it that is stable within an arena and means nothing
// outside of it.
import type { Context } from "hono";
import { deleteCookie, getSignedCookie, setSignedCookie } from "hono/cookie";
import type { AppEnv } from "../http/context.ts";
import type { Payer } from "../referee/quota.ts";
import { derivedKey } from "./token.ts";

const cookieName = "agon_voter";
const oneYearS = 365 * 86_400;

export async function voterOfCookie(c: Context<AppEnv>): Promise<string | null> {
  return (await getSignedCookie(c, c.env.AGON_SECRET, cookieName)) || null;
}

/** The voter of this request; a new one, with a cookie, when it comes without. */
export async function voterOf(c: Context<AppEnv>): Promise<string> {
  const known = await voterOfCookie(c);
  if (known !== null) return known;
  const voter = crypto.randomUUID();
  await setSignedCookie(c, cookieName, voter, c.env.AGON_SECRET, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: new URL(c.req.url).protocol === "https:",
    maxAge: oneYearS,
  });
  return voter;
}

/** The cookie is all that ties a person to votes: without it their keyed hashes lead nowhere. */
export const forgetVoterOf = (c: Context<AppEnv>): void => {
  deleteCookie(c, cookieName, { path: "/" });
};

/** Whose quota a ballot counts on: the voter of the cookie, else the network address as a hash of the day. */
export async function payerOf(c: Context<AppEnv>, arena: number): Promise<Payer> {
  const voter = await voterOfCookie(c);
  if (voter !== null) return { kind: "voter", id: await voterHash(c.env.AGON_SECRET, arena, voter) };
  const day = new Date().toISOString().slice(0, 10);
  const address = c.req.header("cf-connecting-ip") ?? "unknown";
  return { kind: "address", id: await voterHash(c.env.AGON_SECRET, arena, `${day} ${address}`) };
}

export async function voterHash(secret: string, arena: number, voter: string): Promise<string> {
  const key = await crypto.subtle.importKey(
    "raw",
    await derivedKey(secret, "voter"),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const mac = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(`${arena}/${voter}`));
  return Array.from(new Uint8Array(mac).slice(0, 10), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
