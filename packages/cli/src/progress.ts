// One line on a terminal that tells how far a long piece of work is; silence everywhere else.

const barWidth = 28;
const shortestPauseMs = 80;

export interface Progress {
  /** Begins a part of the work; `total` is null when it is not known. */
  start(title: string, total: number | null): void;
  /** @param beside said after the numbers */
  advance(steps: number, beside?: string): void;
  /** Wipes the line. */
  finish(): void;
}

const silent: Progress = { start: () => {}, advance: () => {}, finish: () => {} };

/** The line for `done` of `total` steps. */
export function progressLine(title: string, done: number, total: number | null): string {
  if (total === null || total === 0) return `${title} ${done.toLocaleString("en")}`;
  const share = Math.min(1, done / total);
  const filled = Math.round(share * barWidth);
  const bar = "█".repeat(filled) + "░".repeat(barWidth - filled);
  const percent = `${Math.floor(share * 100)}`.padStart(3);
  return `${title} ${bar} ${percent} %  ${done.toLocaleString("en")} of ${total.toLocaleString("en")}`;
}

/** Progress on a stream, which stays untouched unless it is a terminal. */
export function progressOn(stream: NodeJS.WriteStream, now: () => number = Date.now): Progress {
  if (!stream.isTTY) return silent;
  let [title, done, drawnMs] = ["", 0, 0];
  let total: number | null = null;
  let said = "";
  const draw = (): void => {
    drawnMs = now();
    stream.write(
      `\r\u001b[2K${[progressLine(title, done, total), ...(said === "" ? [] : [said])].join(", ")}`,
    );
  };
  return {
    start(nextTitle, nextTotal) {
      [title, total, done, said] = [nextTitle, nextTotal, 0, ""];
      draw();
    },
    advance(steps, beside = "") {
      done += steps;
      said = beside;
      if (now() - drawnMs >= shortestPauseMs) draw();
    },
    finish: () => void stream.write("\r\u001b[2K"),
  };
}
