// `npm run deploy`: a deployment to Cloudflare with every resource made by name. Repeating it changes nothing that
// is there. Wrangler's own login (wrangler login, or CLOUDFLARE_API_TOKEN) decides which account.
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { buildSite } from "./build.mjs";
import { Failure, runCommand, WrongInput } from "./failure.mjs";
import { installDependencies } from "./install.mjs";
import { newOperatorKey, operatorKeyHash } from "./operator-key.mjs";
import { inProject } from "./paths.mjs";
import { step } from "./progress.mjs";
import { run, runOrFail } from "./run.mjs";
import { wrangler } from "./toolchain.mjs";

const databaseName = "agon";
/** The dead letters go first: the other queue names theirs. */
const queueNames = ["agon-work-dead", "agon-work", "agon-judge-dead", "agon-judge"];
const bucketName = "agon-media";
/** Beside wrangler.toml, because its paths are relative; it holds the database's id while a deployment runs. */
const configFile = inProject("wrangler.deploy.toml");

/** @param {string} what @param {...string} args */
const ask = (what, ...args) => {
  const [program, script] = wrangler();
  return runOrFail(
    `${what} failed: the lines above say why; npx wrangler whoami tells who is logged in.`,
    program,
    [script, ...args],
  );
};

/** @returns {Promise<string | undefined>} the id of the database of that name */
async function databaseId() {
  const { stdout } = await ask("Listing the databases", "d1", "list", "--json");
  /** @type {{name: string, uuid: string}[]} */
  const databases = JSON.parse(stdout);
  return databases.find(({ name }) => name === databaseName)?.uuid;
}

/** @returns {Promise<string>} */
async function ensureDatabase() {
  if ((await databaseId()) === undefined) await ask("Making the database", "d1", "create", databaseName);
  const id = await databaseId();
  if (id === undefined)
    throw new Failure(`The database ${databaseName} was made and is not listed: try again in a minute.`);
  return id;
}

/** Makes what is not there. @param {string} what @param {string[]} command @param {string} name */
async function ensureNamed(what, command, name) {
  const [program, script] = wrangler();
  const { code } = await run(program, [script, ...command, "info", name]);
  if (code !== 0) await ask(`Making the ${what}`, ...command, "create", name);
}

async function ensureQueuesAndBucket() {
  for (const name of queueNames) await ensureNamed(`queue ${name}`, ["queues"], name);
  await ensureNamed(`bucket ${bucketName}`, ["r2", "bucket"], bucketName);
}

/** @param {string} id */
function writeConfig(id) {
  const local = readFileSync(inProject("wrangler.toml"), "utf8");
  const remote = local.replace(/^database_id = .*$/m, `database_id = "${id}"`);
  if (remote === local)
    throw new Failure("wrangler.toml names no database_id to fill in: put the line back.");
  writeFileSync(configFile, remote);
}

/** @returns {Promise<string[]>} the names of the secrets that are set; none before the first deployment */
async function secretNames() {
  const [program, script] = wrangler();
  const { code, stdout } = await run(program, [
    script,
    "secret",
    "list",
    "--format",
    "json",
    "--config",
    configFile,
  ]);
  return code === 0 ? JSON.parse(stdout).map((/** @type {{name: string}} */ secret) => secret.name) : [];
}

/** @param {readonly string[]} present @returns {{secrets: Record<string, string>, key: string | null}} */
function missingSecrets(present) {
  /** @type {Record<string, string>} */
  const secrets = {};
  if (!present.includes("AGON_SECRET")) secrets.AGON_SECRET = randomBytes(32).toString("base64url");
  if (present.includes("AGON_ADMIN_KEY_HASH")) return { secrets, key: null };
  const key = newOperatorKey();
  return { secrets: { ...secrets, AGON_ADMIN_KEY_HASH: operatorKeyHash(key) }, key };
}

/** Uploads the Worker together with the secrets that are missing, so that it never runs without them. */
async function upload() {
  const { secrets, key } = missingSecrets(await secretNames());
  const folder = mkdtempSync(path.join(tmpdir(), "agon-deploy-"));
  try {
    const file = path.join(folder, "secrets.json");
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
    const withSecrets = Object.keys(secrets).length > 0 ? ["--secrets-file", file] : [];
    const { output } = await ask("The deployment", "deploy", "--config", configFile, ...withSecrets);
    return { key, output };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const steps = [
  "build the site (npm run build -w @agon/web)",
  `make the D1 database ${databaseName} when it is missing (wrangler d1 list, wrangler d1 create)`,
  `make the queues ${queueNames.join(" and ")} and the R2 bucket ${bucketName} when they are missing (wrangler queues create, wrangler r2 bucket create)`,
  "apply the migrations of drizzle/ (wrangler d1 migrations apply DB --remote)",
  "upload the Worker, with the secrets AGON_SECRET and AGON_ADMIN_KEY_HASH when they are missing (wrangler deploy)",
  "print the address and, when it is new, the admin key",
];

async function deploy() {
  await buildSite();
  writeConfig(await step("Looking for the database", ensureDatabase));
  try {
    await step("Looking for the queues and the bucket", ensureQueuesAndBucket);
    const config = ["--config", configFile];
    await step("Migrating the database", () =>
      ask("The migration", "d1", "migrations", "apply", "DB", "--remote", ...config),
    );
    const { key, output } = await step("Uploading the Worker", upload);
    console.log(output.trimEnd());
    if (key !== null) console.log(`Admin key: ${key}\nKeep it: it is shown this once and stored nowhere.`);
  } finally {
    rmSync(configFile, { force: true });
  }
}

/** @returns {boolean} */
function isDryRun() {
  try {
    const options = /** @type {const} */ ({ "dry-run": { type: "boolean", default: false } });
    return parseArgs({ options }).values["dry-run"];
  } catch (error) {
    throw new WrongInput(
      `${error instanceof Error ? error.message : error} Usage: npm run deploy -- [--dry-run]`,
    );
  }
}

await runCommand(async () => {
  if (isDryRun()) {
    console.log(steps.map((text, at) => `${at + 1}. ${text}`).join("\n"));
    return 0;
  }
  await installDependencies();
  await deploy();
  return 0;
});
