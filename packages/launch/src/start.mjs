// `npm start`: runs on any Node from 20 on, before anything is installed.
import { loadDemo } from "./demo.mjs";
import { Failure, runCommand } from "./failure.mjs";
import { installDependencies } from "./install.mjs";
import { startLocalArena } from "./local-arena.mjs";
import { startOptions } from "./options.mjs";
import { serverLog } from "./server.mjs";
import { interruptedExitCode } from "./stop-signal.mjs";

/** @param {string} url @param {import("./options.mjs").StartOptions} options @returns {string[]} */
function thingsToTry(url, { demo, site }) {
  const pages = demo
    ? [`  ${url}  the arenas, one of them with a bracket that moves: click Vote and judge a few battles`]
    : [`  ${url}  nothing is in here yet: the console makes the first arena`];
  return [...(site ? pages : []), `  ${url}/docs  the API`, "  npm run agon -- --help  the command line"];
}

/** @param {import("./local-arena.mjs").LocalArena} arena @param {import("./options.mjs").StartOptions} options */
const greeting = ({ url, key, state }, options) =>
  [
    `\nAddress: ${url}`,
    `Admin key: ${key}`,
    "\nTry:",
    ...thingsToTry(url, options),
    `\nThe data is in ${state}; limits and quotas are ${options.limits ? "on" : "off"}; Ctrl-C ends the server.`,
    `Agon is ready on ${url}`,
  ].join("\n");

/** @type {import("./local-arena.mjs").LocalArena | null} */
let arena = null;
let ending = false;

/** Prepares, serves and waits for the end. @returns {Promise<number>} the exit code */
async function start() {
  const options = startOptions(process.argv.slice(2));
  await installDependencies();
  arena = await startLocalArena(options);
  try {
    if (options.demo) await loadDemo(arena);
    console.log(greeting(arena, options));
    await arena.server.ended;
  } finally {
    await arena.server.stop();
  }
  if (ending) return 0;
  throw new Failure(
    `The server ended by itself: ${serverLog(arena.state)} may say why; npm start begins again.`,
  );
}

async function stop() {
  if (arena === null) process.exit(interruptedExitCode);
  console.log("\nEnding the server ...");
  ending = true;
  await arena.server.stop();
  process.exit(0);
}

await runCommand(start, stop);
