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

/** @param {unknown} error @returns {number} the exit code */
function report(error) {
  if (!(error instanceof Failure)) throw error;
  if (error.details !== "") console.error(error.details.trimEnd());
  console.error(error.message);
  return error instanceof WrongInput ? wrongInputExitCode : 1;
}

/**
 * Runs a command's main function, turns what it throws into text on stderr, and exits: a channel to a parent or a
 * child that nobody waits for must not keep a command alive that has said its last word.
 * @param {() => Promise<number>} main answers the exit code
 * @param {() => void} [onStop] what to do when somebody asks it to end
 */
export async function runCommand(main, onStop = () => process.exit(interruptedExitCode)) {
  onStopSignal(onStop);
  process.exit(await main().catch(report));
}
