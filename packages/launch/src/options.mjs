import path from "node:path";
import { parseArgs } from "node:util";
import { WrongInput } from "./failure.mjs";
import { inProject } from "./paths.mjs";

const startUsage =
  "npm start -- [--port N] [--state DIR] [--empty] [--no-build] [--no-site] [--limits]  (the port is a number from 1 to 65535)";

/**
 * @typedef {object} StartOptions
 * @property {number} port
 * @property {string} state the folder the data lives in, absolute
 * @property {boolean} demo whether the demo arenas are loaded
 * @property {boolean} build whether changed sources are built
 * @property {boolean} site whether the pages are served beside the API
 * @property {boolean} limits whether quotas and rate limits are enforced
 */

const flags = /** @type {const} */ ({
  port: { type: "string", default: "8787" },
  state: { type: "string" },
  empty: { type: "boolean", default: false },
  "no-build": { type: "boolean", default: false },
  "no-site": { type: "boolean", default: false },
  limits: { type: "boolean", default: false },
});

/** @param {string} text @returns {number} */
function portOf(text) {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw new WrongInput(`--port ${text} is not a port: ${startUsage}`);
  return port;
}

/** @param {readonly string[]} args */
function parse(args) {
  try {
    return parseArgs({ args: [...args], options: flags, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new WrongInput(`${error instanceof Error ? error.message : error} Usage: ${startUsage}`);
  }
}

/**
 * @param {readonly string[]} args what stands after `npm start --`
 * @param {string} [from] the folder a relative --state starts at; npm itself always runs in the project's folder
 * @returns {StartOptions}
 */
export function startOptions(args, from = process.env.INIT_CWD ?? process.cwd()) {
  const values = parse(args);
  return {
    port: portOf(values.port),
    state: values.state === undefined ? inProject(".agon") : path.resolve(from, values.state),
    demo: !values.empty,
    build: !values["no-build"],
    site: !values["no-site"],
    limits: values.limits,
  };
}
