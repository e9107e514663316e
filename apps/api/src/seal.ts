// Texts that only this deployment can read: AES-256-GCM by JWE, with a key of its own for each use.
import { CompactEncrypt, compactDecrypt } from "jose";
import { derivedKey } from "./ballots/token.ts";

export async function sealText(secret: string, use: string, text: string): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .encrypt(await derivedKey(secret, use));
}

/** The text; null when it was not sealed here for this use. */
export async function openText(secret: string, use: string, sealed: string): Promise<string | null> {
  const key = await derivedKey(secret, use);
  const opened = await compactDecrypt(sealed, key).catch(() => null);
  return opened === null ? null : new TextDecoder().decode(opened.plaintext);
}
