/**
 * Calls back once when somebody asks this process to end; who asks a second time does not wait any more.
 * @param {() => void} handle
 */
export function onStopSignal(handle) {
  let asked = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (asked) process.exit(interruptedExitCode);
      asked = true;
      handle();
    });
  }
}

/** What a shell reports for a program that Ctrl-C ended: 128 + SIGINT. */
export const interruptedExitCode = 130;
