// Everything between "the sources are here" and "the server answers"; `npm start`, the crash tests and the
// acceptance rows all come through this door.
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
 * Builds what changed, takes over the state folder, migrates it and serves it.
 * @param {{port: number, state: string, build: boolean, limits: boolean}} options
 * @returns {Promise<LocalArena>}
 */
export async function startLocalArena(options) {
  await buildAll(options.build);
  const state = openStateFolder(options.state);
  await takeOver(state);
  await requireFreePort(options.port);
  const environmentFile = writeServerEnvironment(state, options);
  await migrate(state);
  const server = await startServer({ port: options.port, state, environmentFile });
  return { url: server.url, key: operatorKey(state), state, server };
}
