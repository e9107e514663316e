// Bodies of others: read as they stream in, never more than wanted and never longer than until the signal.

export interface CappedBody {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** `longer`: there was more than the limit. `broken`: the stream failed, or the time was up. */
  readonly end: "whole" | "longer" | "broken";
}

/** At most `limitBytes` of a body. The stream is let go of, not waited for, when enough was read. */
export async function readCapped(
  body: ReadableStream<Uint8Array> | null,
  limitBytes: number,
  signal: AbortSignal,
): Promise<CappedBody> {
  if (body === null) return { bytes: new Uint8Array(), end: "whole" };
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  const end = await readInto(chunks, reader, limitBytes, signal);
  // The other side may never notice; what it does then is not awaited.
  if (end !== "whole") reader.cancel().catch(() => undefined);
  return { bytes: joined(chunks), end };
}

async function readInto(
  chunks: Uint8Array[],
  reader: ReadableStreamDefaultReader<Uint8Array>,
  limitBytes: number,
  signal: AbortSignal,
): Promise<CappedBody["end"]> {
  let room = limitBytes;
  try {
    for (;;) {
      const { done, value } = await untilAborted(reader.read(), signal);
      if (done) return "whole";
      chunks.push(value.subarray(0, room));
      room -= value.length;
      if (room < 0) return "longer";
    }
  } catch {
    return "broken";
  }
}

/** What the promise gives, or a rejection as soon as the signal is aborted: a stream may not heed it by itself. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Error("the time is up"));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
