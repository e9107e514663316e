import { inProject } from "./paths.mjs";
import { step } from "./progress.mjs";
import { runOrFail } from "./run.mjs";
import { projectNode } from "./toolchain.mjs";

/**
 * Loads the demo arenas that are not there yet and starts the demo tournament when none is running.
 * @param {{url: string, key: string}} arena
 */
export async function loadDemo({ url, key }) {
  await step("Loading the demo arenas", () =>
    runOrFail(
      "The demo arenas could not be loaded: the lines above say why; npm start -- --empty goes without them.",
      projectNode(),
      [inProject("packages/cli/src/main.ts"), "demo", "--url", url],
      { env: { AGON_KEY: key } },
    ),
  );
}
