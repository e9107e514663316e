// The document of a frame: whole without scripts, with a policy that names what may run by its fingerprint. A nonce
// would not do: a kept body meets the headers of a later 304.
import type { FrameQuery } from "@agon/contract";
import { html, raw } from "hono/html";
import { frameScript } from "./frame-script.ts";
import { accentStyle, frameStyle } from "./frame-style.ts";
import { type Spoken, spokenLanguage } from "./words.ts";

/** What hono's templates make: text that is escaped already. */
export type Markup = ReturnType<typeof html>;

export interface FrameContent {
  readonly title: string;
  readonly body: Markup;
}

interface FrameDocument {
  readonly text: string;
  readonly policy: string;
}

async function fingerprint(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

/** Only what the arena allows may frame it; the site itself always does, for its preview. */
const ancestors = (origins: readonly string[]): string => ["'self'", ...origins].join(" ");

/** `id`: what the frame calls itself when it tells its height. */
export async function frameDocument(
  id: string,
  { title, body }: FrameContent,
  query: FrameQuery,
  origins: readonly string[],
): Promise<FrameDocument> {
  const lang: Spoken = spokenLanguage(query.lang);
  const styles = [frameStyle, ...(query.accent === undefined ? [] : [accentStyle(query.accent)])];
  const script = frameScript(query.live === "1");
  const text =
    await html`<!doctype html><html lang="${lang}" data-theme="${query.theme}"${query.compact === "1" ? raw(' class="c"') : ""}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title>${styles.map((style) => raw(`<style>${style}</style>`))}</head><body data-id="${id}">${body}<script>${raw(script)}</script></body></html>`;
  const policy = [
    "default-src 'none'",
    `script-src ${await fingerprint(script)}`,
    `style-src ${(await Promise.all(styles.map(fingerprint))).join(" ")}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors(origins)}`,
  ].join("; ");
  return { text: String(text), policy };
}
