// Files of outputs in the bucket. A file is known by the hash of its bytes, so its name tells nothing of its maker.
import { sha256Hex } from "../hash.ts";
import type { CleanFile } from "./clean-file.ts";

/** Keeps a file and gives the address it is served at. */
export async function storeMedia(bucket: R2Bucket, { bytes, type }: CleanFile): Promise<string> {
  const hash = await sha256Hex(bytes);
  if ((await bucket.head(hash)) === null)
    await bucket.put(hash, bytes, { httpMetadata: { contentType: type } });
  return `/media/${hash}`;
}
