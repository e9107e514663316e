/**
 * Calls back once when somebody asks this process to end; who asks a second time does not wait any more. The end
 * of the channel to a parent counts as asking: the parent is gone.
 * @param {() => void} handle
 */
export function onStopSignal(handle) {
  let asked = false;
  for (const event of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) {
    process.on(event, () => {
      if (asked) process.exit(interruptedExitCode);
      asked = true;
      handle();
    });
  }
}

/** What a shell reports for a program that Ctrl-C ended: 128 + SIGINT. */
export const interruptedExitCode = 130;
