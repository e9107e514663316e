// Everything that can go wrong for a reason the person at the terminal can act on.
import { interruptedExitCode, onStopSignal } from "./stop-signal.mjs";

/** A failure with one line that says what to do; `details` is the failed program's own output. */
export class Failure extends Error {
  /** @type {string} */
  details;

  /**
   * @param {string} message what went wrong and what to do about it, one line
   * @param {string} [details]
   */
  constructor(message, details = "") {
    super(message);
    this.name = "Failure";
    this.details = details;
  }
}

/** The exit code for wrong input; everything else that fails exits with 1. */
const wrongInputExitCode = 2;

/** The command line itself is wrong. */
export class WrongInput extends Failure {
  /** @override */
  name = "WrongInput";
}

/**
 * Runs a command's main function and turns what it throws into text on stderr and an exit code.
 * @param {() => Promise<number>} main answers the exit code
 * @param {() => void} [onStop] what to do when somebody asks it to end
 */
export async function runCommand(main, onStop = () => process.exit(interruptedExitCode)) {
  onStopSignal(onStop);
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.details !== "") console.error(error.details.trimEnd());
    console.error(error.message);
    process.exitCode = error instanceof WrongInput ? wrongInputExitCode : 1;
  }
}
