// A file of an output, fetched from where its submitter keeps it.
import { type CleanFile, cleanFile, largestFileBytes } from "../media/clean-file.ts";
import { callOut, type Outgoing } from "../outgoing/call.ts";
import type { Unobtained } from "./obtain.ts";

const timeoutMs = 30_000;

export async function fetchMedia(
  url: string,
  outgoing: Outgoing,
): Promise<{ readonly ok: true; readonly value: CleanFile } | Unobtained> {
  const answer = await callOut({ url, method: "GET", timeoutMs, limitBytes: largestFileBytes }, outgoing);
  if (!answer.ok) {
    const { code, detail } = answer.error;
    const passing = code === "timed_out" || code === "unreachable";
    return { ok: false, code: `media_${code}`, detail, passing };
  }
  const { status, body } = answer.value;
  if (status !== 200) {
    const passing = status === 408 || status === 425 || status === 429 || status >= 500;
    return { ok: false, code: "media_refused", detail: `The address answered ${status}.`, passing };
  }
  const file = cleanFile(body);
  return file.ok ? file : { ...file, passing: false };
}
