import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { fingerprint, keepFingerprint, keptFingerprint } from "./fingerprint.mjs";
import { inProject } from "./paths.mjs";
import { step } from "./progress.mjs";
import { runOrFail } from "./run.mjs";
import { wrangler } from "./toolchain.mjs";

/**
 * Brings the state folder's D1 up to the migrations of drizzle/. Asking wrangler costs seconds, so a folder that
 * has seen exactly these migrations is not asked about again. No server may run on the folder meanwhile.
 * @param {string} state
 */
export async function migrate(state) {
  const folder = inProject("drizzle");
  if (!existsSync(folder) || !readdirSync(folder).some((name) => name.endsWith(".sql"))) return;
  const stamp = path.join(state, "migrations");
  const wanted = fingerprint([folder]);
  if (keptFingerprint(stamp) === wanted) return;
  const [program, script] = wrangler();
  await step("Migrating the database", () =>
    runOrFail(
      `The database in ${state} could not be migrated: the lines above say why; another folder is chosen with --state.`,
      program,
      [script, "d1", "migrations", "apply", "DB", "--local", "--persist-to", state],
    ),
  );
  keepFingerprint(stamp, wanted);
}
