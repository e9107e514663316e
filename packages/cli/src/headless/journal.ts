// Answers that were paid for, in a file that only grows: whatever kills the run, they are there when it starts again.
import { closeSync, fdatasync, ftruncateSync, openSync, readFileSync, write } from "node:fs";
import { promisify } from "node:util";
import type { AnswerStore, StoredAnswer } from "@agon/judge";

const writeTo = promisify<number, string, number>((fd, text, done) =>
  write(fd, text, null, "utf8", (error) => done(error, 0)),
);
const syncOf = promisify(fdatasync);

interface Line {
  readonly key: string;
  readonly answer: StoredAnswer;
}

function lineOf(text: string): Line | null {
  try {
    const { key, answer } = JSON.parse(text);
    return typeof key === "string" && typeof answer?.text === "string" ? { key, answer } : null;
  } catch {
    return null;
  }
}

export interface Journal extends AnswerStore {
  readonly answers: () => IterableIterator<StoredAnswer>;
  readonly size: () => number;
  readonly close: () => Promise<void>;
}

/** The file up to its last whole line; a line that a crash cut short is taken off. */
function wholeLines(fd: number, path: string): string {
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end < bytes.length) ftruncateSync(fd, end);
  return bytes.toString("utf8", 0, end);
}

/** Opens or begins a journal. `put` returns when the answer is on the disk; answers that arrive together share a sync. */
export function openJournal(path: string): Journal {
  const fd = openSync(path, "a+", 0o600);
  const known = new Map<string, StoredAnswer>();
  for (const text of wholeLines(fd, path).split("\n")) {
    const line = lineOf(text);
    if (line !== null) known.set(line.key, line.answer);
  }
  let pending = "";
  let underWay: Promise<void> = Promise.resolve();
  let queued: Promise<void> | null = null;

  const flush = async (): Promise<void> => {
    const text = pending;
    [pending, queued] = ["", null];
    await writeTo(fd, text);
    await syncOf(fd);
  };
  const put = async (key: string, answer: StoredAnswer): Promise<void> => {
    pending += `${JSON.stringify({ key, answer })}\n`;
    queued ??= underWay = underWay.then(flush);
    await queued;
    known.set(key, answer);
  };
  return {
    get: async (key) => known.get(key) ?? null,
    put,
    answers: () => known.values(),
    size: () => known.size,
    close: async () => {
      await underWay;
      closeSync(fd);
    },
  };
}
