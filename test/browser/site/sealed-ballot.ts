// Opens and seals the tokens of ballots from outside, as somebody who holds the deployment's secret could: compact JWE
// (RFC 7516) with alg "dir" and enc "A256GCM", the key of docs/decisions/sealed-ballots.md.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";

const keyOf = (state: string): Buffer => {
  const secret = readFileSync(path.join(state, "secret"), "utf8").trim();
  return createHash("sha256").update(`ballot\n${secret}`).digest();
};

const bytes = (part: string | undefined): Buffer => Buffer.from(part ?? "", "base64url");

function open(key: Buffer, token: string): Record<string, unknown> {
  const [header = "", , iv, sealed, tag] = token.split(".");
  const cipher = createDecipheriv("aes-256-gcm", key, bytes(iv)).setAAD(Buffer.from(header));
  cipher.setAuthTag(bytes(tag));
  return JSON.parse(cipher.update(bytes(sealed), undefined, "utf8") + cipher.final("utf8"));
}

function seal(key: Buffer, header: string, claims: Record<string, unknown>): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(header));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(claims)), cipher.final()]);
  return [header, "", ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString("base64url"))].join(
    ".",
  );
}

/** The token of the same ballot as if it had been given out so that it ended at `expiresAt` (ms since 1970). */
export function sealedUntil(state: string, token: string, expiresAt: number): string {
  const key = keyOf(state);
  const claims = open(key, token);
  if (typeof claims.expiresAt !== "number") throw new Error("The token does not say when its ballot ends.");
  return seal(key, token.split(".")[0] ?? "", { ...claims, expiresAt });
}
