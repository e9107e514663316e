// `npm run dev`: the API by `wrangler dev` from its sources and the site by `next dev`, both reloading by
// themselves. The browser talks to the site's port; apps/web/next.config.ts passes the API's paths on.
import { spawn } from "node:child_process";
import { ensureSomeSite } from "./build.mjs";
import { loadDemo } from "./demo.mjs";
import { Failure, runCommand } from "./failure.mjs";
import { installDependencies } from "./install.mjs";
import { serveState } from "./local-arena.mjs";
import { startOptions } from "./options.mjs";
import { inProject } from "./paths.mjs";
import { requireFreePort } from "./port.mjs";
import { interruptedExitCode } from "./stop-signal.mjs";
import { projectNode, toolEnvironment } from "./toolchain.mjs";

/** @type {import("./local-arena.mjs").LocalArena | null} */
let api = null;

/** @param {number} port @param {string} apiOrigin @returns {Promise<void>} settles when `next dev` ends */
function serveSite(port, apiOrigin) {
  const next = inProject("node_modules/next/dist/bin/next");
  const child = spawn(projectNode(), [next, "dev", "--hostname", "localhost", "--port", String(port)], {
    cwd: inProject("apps/web"),
    env: toolEnvironment({ AGON_API_ORIGIN: apiOrigin }),
    stdio: ["ignore", "inherit", "inherit"],
  });
  process.once("exit", () => child.kill());
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
  });
}

/** Serves until one of the two ends. @returns {Promise<number>} */
async function dev() {
  const options = startOptions(process.argv.slice(2));
  await installDependencies();
  await ensureSomeSite();
  await requireFreePort(options.port);
  api = await serveState({ ...options, port: options.port + 1 }, null);
  if (options.demo) await loadDemo(api);
  console.log(`API: ${api.url}\nAdmin key: ${api.key}\nSite: http://localhost:${options.port}`);
  await Promise.race([api.server.ended, serveSite(options.port, api.url)]);
  await api.server.stop();
  throw new Failure("One of the two servers ended: the lines above say why.");
}

await runCommand(dev, async () => {
  await api?.server.stop();
  process.exit(api === null ? interruptedExitCode : 0);
});
