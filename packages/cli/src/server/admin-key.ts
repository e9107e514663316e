import { readFile } from "node:fs/promises";
import { systemCode } from "../failure.ts";

/** Where `npm start` keeps the key of the local server. */
const localKeyFile = new URL("../../../../.agon/admin-key", import.meta.url);

const isLoopback = ({ hostname }: URL): boolean =>
  hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);

/** The local server's operator key, or null: it is never given to another machine. */
export async function localKeyFor(url: URL, file: URL = localKeyFile): Promise<string | null> {
  if (!isLoopback(url)) return null;
  try {
    return (await readFile(file, "utf8")).trim() || null;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
}
