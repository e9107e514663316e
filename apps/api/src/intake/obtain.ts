// An output that is to be had elsewhere: a file at an address, or a text from an endpoint.
import { type ArrivedOutput, nameIn } from "@agon/arena";
import type { Bindings } from "../bindings.ts";
import { outputHash } from "../content/hashes.ts";
import { storeMedia } from "../media/store.ts";
import { outgoingOf } from "../outgoing/outgoing.ts";
import type { ArrivedContent, OutputSource } from "../referee/submission-commands.ts";
import type { WorkMessage } from "../work/message.ts";
import { fetchMedia } from "./fetch-media.ts";
import { generateText } from "./generate.ts";

export interface Obtained {
  readonly arrived: ArrivedOutput;
  readonly content: ArrivedContent;
  /** The next try may do better. */
  readonly passing: boolean;
  /** Seconds that the other side asks to wait. */
  readonly waitS: number | null;
}

/** Why something is not to be had now, or at all. */
export interface Unobtained {
  readonly ok: false;
  readonly code: string;
  readonly detail: string;
  readonly passing: boolean;
  readonly waitS?: number | null;
}

const nothing: ArrivedContent = { content: null, mediaUrl: null };

const failedWith = ({ code, detail, passing, waitS }: Unobtained): Obtained => ({
  arrived: { kind: "failed", code, detail },
  content: nothing,
  passing,
  waitS: waitS ?? null,
});

export async function obtainOutput(
  env: Bindings,
  { arena, submission, prompt }: WorkMessage,
  { names }: { readonly names: readonly (string | null)[] },
): Promise<Obtained> {
  const row = await env.DB.prepare(
    `SELECT o.source, p.text FROM submission_outputs AS o
     JOIN prompts AS p ON p.arena_id = o.arena_id AND p.prompt = o.prompt
     WHERE o.arena_id = ?1 AND o.submission = ?2 AND o.prompt = ?3`,
  )
    .bind(arena, submission, prompt)
    .first<{ source: string | null; text: string }>();
  if (!row?.source) throw new Error(`submission ${submission} has no source for its prompt ${prompt}`);
  const source = JSON.parse(row.source) as OutputSource;
  const outgoing = outgoingOf(env);
  if (source.kind === "generate") {
    const text = await generateText(source, row.text, outgoing);
    return text.ok ? filled({ content: text.value, mediaUrl: null }, text.value, names) : failedWith(text);
  }
  const file = await fetchMedia(source.url, outgoing);
  if (!file.ok) return failedWith(file);
  const mediaUrl = await storeMedia(env.MEDIA, file.value);
  return filled({ content: null, mediaUrl }, readable(file.value.bytes), names);
}

async function filled(
  content: ArrivedContent,
  text: string,
  names: readonly (string | null)[],
): Promise<Obtained> {
  const hash = await outputHash(content);
  // A file is compared whatever its length: two files of a few bytes are the same picture all the same.
  const chars = content.content === null ? Number.MAX_SAFE_INTEGER : text.trim().length;
  const arrived = { kind: "filled", hash, chars, names: nameIn(text, names) } as const;
  return { arrived, content, passing: false, waitS: null };
}

const longestRun = 200;

/** The words that stand in a file: runs of at least four printable characters. */
function readable(bytes: Uint8Array): string {
  const text = new TextDecoder("latin1").decode(bytes);
  return (text.match(/[\x20-\x7e]{4,}/g) ?? []).map((run) => run.slice(0, longestRun)).join("\n");
}
