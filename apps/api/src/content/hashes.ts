import { sha256Hex } from "../hash.ts";

/** Hash of a text as the log keeps it. */
export const textHash = async (text: string): Promise<string> => (await sha256Hex(text)).slice(0, 32);

/** Hash of an output, by which an identical one is known without its content. */
export const outputHash = ({
  content,
  mediaUrl,
}: {
  readonly content: string | null;
  readonly mediaUrl: string | null;
}): Promise<string> => textHash(JSON.stringify([content, mediaUrl]));
