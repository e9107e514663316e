// `npm run accept`: the rows that have to be shown. The files are TypeScript, so they run on the project's own Node.
import { runCommand } from "./failure.mjs";
import { installDependencies } from "./install.mjs";
import { inProject } from "./paths.mjs";
import { run } from "./run.mjs";
import { projectNode } from "./toolchain.mjs";

await runCommand(async () => {
  await installDependencies();
  const runner = inProject("packages/launch/src/accept-runner.mjs");
  return (await run(projectNode(), [runner, ...process.argv.slice(2)], { show: "accept" })).code;
});
