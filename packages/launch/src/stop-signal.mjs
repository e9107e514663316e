/** What a shell reports for a program that Ctrl-C ended: 128 + SIGINT. */
export const interruptedExitCode = 130;

/** The end of the channel to a parent counts as asking: the parent is gone. */
const requests = ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"];
const parentPollMs = 250;

/**
 * Who ends npm ends npm's shell with it, and neither passes the signal on; a command that npm runs has to see for
 * itself that they are gone. A command run without npm may outlive its shell, as with nohup.
 * @param {() => void} onGone
 */
function watchNpm(onGone) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, parentPollMs);
  timer.unref();
}

/**
 * Calls back once when somebody asks this process to end. A second Ctrl-C does not wait any more; other requests may
 * follow the first by themselves, as when the terminal closes.
 * @param {() => void} handle
 */
export function onStopSignal(handle) {
  let asked = false;
  const ask = () => {
    if (!asked) handle();
    asked = true;
  };
  for (const request of requests) {
    process.on(request, () => {
      if (asked && request === "SIGINT") process.exit(interruptedExitCode);
      ask();
    });
  }
  watchNpm(ask);
}
