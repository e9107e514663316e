// A ballot's token holds everything its cast needs, sealed (AES-256-GCM by JWE), so that nobody can read which models
// are shown, and a cast needs no memory of the issue.
import type { BallotClaims } from "@agon/arena";
import { CompactEncrypt, compactDecrypt } from "jose";
import { refuse } from "../http/problem.ts";

const keys = new Map<string, Promise<Uint8Array>>();

/** A key of its own for each use of the deployment's secret. */
export function derivedKey(secret: string, use: string): Promise<Uint8Array> {
  const name = `${use}\n${secret}`;
  const known = keys.get(name);
  if (known) return known;
  const key = crypto.subtle
    .digest("SHA-256", new TextEncoder().encode(name))
    .then((bytes) => new Uint8Array(bytes));
  keys.set(name, key);
  return key;
}

export async function sealBallot(secret: string, claims: BallotClaims): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .encrypt(await derivedKey(secret, "ballot"));
}

/** The claims of a ballot of this id; refuses what was not sealed here. */
export async function openBallot(secret: string, token: string, ballot: string): Promise<BallotClaims> {
  const forged = refuse("ballot_forged", "The token does not belong to this ballot; ask for a new one.", {
    errors: [{ pointer: "/token", detail: "was not issued for this ballot" }],
  });
  const key = await derivedKey(secret, "ballot");
  const opened = await compactDecrypt(token, key).catch(() => null);
  if (opened === null) throw forged;
  const claims = JSON.parse(new TextDecoder().decode(opened.plaintext)) as BallotClaims;
  if (claims.id !== ballot) throw forged;
  return claims;
}
