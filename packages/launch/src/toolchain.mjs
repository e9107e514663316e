// The project brings its own Node as the npm package `node`, so that a machine with Node 20 can run
// wrangler and vitest, which need 22.12 or newer.
import path from "node:path";
import { inProject } from "./paths.mjs";

/** @returns {string} the Node that came with the dependencies */
export const projectNode = () => inProject("node_modules", "node", "bin", "node");

/**
 * The environment of every program the launcher runs: the project's tools first on the PATH, and nothing
 * that phones home.
 * @param {Record<string, string>} [more]
 * @returns {Record<string, string | undefined>}
 */
export const toolEnvironment = (more = {}) => ({
  ...process.env,
  PATH: `${inProject("node_modules", ".bin")}${path.delimiter}${process.env.PATH ?? ""}`,
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_HIDE_BANNER: "true",
  WRANGLER_WRITE_LOGS: "false",
  NEXT_TELEMETRY_DISABLED: "1",
  ...more,
});

/** The program and first arguments of wrangler. @returns {[string, string]} */
export const wrangler = () => [projectNode(), inProject("node_modules", "wrangler", "bin", "wrangler.js")];
