/** What a shell reports for a program that Ctrl-C ended: 128 + SIGINT. */
export const interruptedExitCode = 130;

/** The end of the channel to a parent counts as asking: the parent is gone. */
const requests = ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"];

/**
 * Calls back once when somebody asks this process to end. A second Ctrl-C does not wait any more; other requests may
 * follow the first by themselves, as when the terminal closes.
 * @param {() => void} handle
 */
export function onStopSignal(handle) {
  let asked = false;
  for (const request of requests) {
    process.on(request, () => {
      if (asked && request === "SIGINT") process.exit(interruptedExitCode);
      if (!asked) handle();
      asked = true;
    });
  }
}
