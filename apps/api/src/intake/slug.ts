import { sha256Hex } from "../hash.ts";

const longestSlug = 80;

/** A slug made of a name: "Llama 3 (8B)" becomes `llama-3-8b`. Names without Latin letters or digits get a hash. */
export async function slugOf(name: string): Promise<string> {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9._]+/g, "-")
    .slice(0, longestSlug)
    .replaceAll(/^[^a-z0-9]+|[^a-z0-9]+$/g, "");
  return plain === "" ? `model-${(await sha256Hex(name)).slice(0, 8)}` : plain;
}
