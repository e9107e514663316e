// Every TypeScript project of the house. A new folder with a tsconfig.json is checked unasked.
import { existsSync, readdirSync } from "node:fs";
import os from "node:os";
import { inProject } from "./paths.mjs";
import { run } from "./run.mjs";
import { projectNode } from "./toolchain.mjs";

/** @param {string} folder @returns {string[]} the folders in it */
const foldersIn = (folder) =>
  readdirSync(inProject(folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [`${folder}/${entry.name}`] : [],
  );

/** @returns {string[]} relative to the project; tsconfig.base.json is only extended */
function typeScriptProjects() {
  const rooted = readdirSync(inProject()).filter((name) => /^tsconfig(\.(?!base)\w+)?\.json$/.test(name));
  const folders = ["test", ...["apps", "packages", "test"].flatMap(foldersIn)];
  return [...rooted, ...folders.map((folder) => `${folder}/tsconfig.json`)].filter((file) =>
    existsSync(inProject(file)),
  );
}

/** What the compiler keeps of its last run, so that it looks again only at what a change touches. @param {string} project */
const memoryOf = (project) =>
  inProject("node_modules/.cache/agon-types", `${project.replaceAll("/", "-")}.tsbuildinfo`);

/** @param {string} project @returns {Promise<string>} the compiler's complaints */
async function complaintsAbout(project) {
  const { code, output } = await run(projectNode(), [
    inProject("node_modules/typescript/bin/tsc"),
    ...["-p", project],
    ...["--incremental", "--tsBuildInfoFile", memoryOf(project)],
  ]);
  return code === 0 ? "" : `${project}:\n${output}`;
}

/** As many compilers at a time as the machine has cores. @returns {Promise<string>} all complaints */
export async function checkTypes() {
  const left = typeScriptProjects();
  let complaints = "";
  const work = async () => {
    for (let project = left.shift(); project !== undefined; project = left.shift()) {
      complaints += await complaintsAbout(project);
    }
  };
  await Promise.all(Array.from({ length: os.availableParallelism?.() ?? 2 }, work));
  return complaints.trimEnd();
}
