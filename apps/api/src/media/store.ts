// Files of outputs in the bucket. A file is known by the hash of its bytes, so its name tells nothing of its maker.
import type { Bindings } from "../bindings.ts";
import { sha256Hex } from "../hash.ts";
import type { CleanFile } from "./clean-file.ts";

const storedAt = /^\/media\/([0-9a-f]{64})$/;

const otherUse = `SELECT 1 FROM outputs WHERE media_url = ?1 AND (arena_id, model, prompt) <> (?2, ?3, ?4)
  UNION ALL SELECT 1 FROM submission_outputs WHERE media_url = ?1 LIMIT 1`;

/** Removes the file of an output, unless another output has the same one. Files elsewhere are not ours to remove. */
export async function dropMedia(
  { DB, MEDIA }: Pick<Bindings, "DB" | "MEDIA">,
  mediaUrl: string,
  owner: { readonly arena: number; readonly model: number; readonly prompt: number },
): Promise<void> {
  const hash = storedAt.exec(mediaUrl)?.[1];
  if (hash === undefined) return;
  const used = await DB.prepare(otherUse).bind(mediaUrl, owner.arena, owner.model, owner.prompt).first();
  if (used === null) await MEDIA.delete(hash);
}

/** Keeps a file and gives the address it is served at. */
export async function storeMedia(bucket: R2Bucket, { bytes, type }: CleanFile): Promise<string> {
  const hash = await sha256Hex(bytes);
  if ((await bucket.head(hash)) === null)
    await bucket.put(hash, bytes, { httpMetadata: { contentType: type } });
  return `/media/${hash}`;
}
