// Everything between "the sources are here" and "the server answers".
import { buildAll } from "./build.mjs";
import { migrate } from "./migrations.mjs";
import { requireFreePort } from "./port.mjs";
import { takeOver } from "./process-group.mjs";
import { startServer } from "./server.mjs";
import { openStateFolder, operatorKey, writeServerEnvironment } from "./state-folder.mjs";

/**
 * @typedef {object} LocalArena
 * @property {string} url
 * @property {string} key the operator's key
 * @property {string} state the state folder's real path
 * @property {import("./server.mjs").Server} server
 */

/**
 * Takes over the state folder, migrates it and serves it.
 * @param {{port: number, state: string, limits: boolean}} options
 * @param {string | null} worker the bundled Worker, null for the sources
 * @returns {Promise<LocalArena>}
 */
export async function serveState({ port, limits, ...options }, worker) {
  const state = openStateFolder(options.state);
  await takeOver(state);
  await requireFreePort(port);
  const environmentFile = writeServerEnvironment(state, { limits });
  await migrate(state);
  const server = await startServer({ port, state, environmentFile, worker });
  return { url: server.url, key: operatorKey(state), state, server };
}

/**
 * Builds what changed and serves it.
 * @param {import("./options.mjs").StartOptions} options
 * @returns {Promise<LocalArena>}
 */
export const startLocalArena = async (options) => serveState(options, await buildAll(options));
