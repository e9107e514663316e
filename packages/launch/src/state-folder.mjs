// What `npm start` keeps in the state folder beside the server's own data. Secrets are files of mode 0600:
// an argument or a variable of the environment would show in every process list.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { isOperatorKey, newOperatorKey, operatorKeyHash } from "./operator-key.mjs";

/** @param {string} file @param {string} text */
const writePrivately = (file, text) => writeFileSync(file, text, { mode: 0o600 });

/**
 * Makes the folder when it is not there.
 * @param {string} folder
 * @returns {string} its real, absolute path: the name under which a running server of it is known
 */
export function openStateFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return realpathSync(folder);
  } catch (error) {
    throw new Failure(
      `The state folder ${folder} cannot be made: choose another one with --state.`,
      String(error),
    );
  }
}

/** @param {string} file @param {() => string} make @returns {string} the file's text, made at the first call */
function keptSecret(file, make) {
  if (!existsSync(file)) writePrivately(file, `${make()}\n`);
  return readFileSync(file, "utf8").trim();
}

/** The operator's key in plain text: it stands nowhere else. @param {string} state @returns {string} */
export function operatorKey(state) {
  const file = path.join(state, "admin-key");
  const key = keptSecret(file, newOperatorKey);
  if (!isOperatorKey(key))
    throw new Failure(`${file} holds no valid key: remove it, and the next start makes one.`);
  return key;
}

/** Keys of judges' endpoints, from variables such as JUDGE_OPENAI_KEY. @returns {Record<string, string>} */
const judgeKeys = () =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      /^JUDGE_[A-Z0-9_]+$/.test(name) && value && !/[\r\n]/.test(value) ? [[name, value]] : [],
    ),
  );

/**
 * Writes the server's secrets and switches where wrangler reads them.
 * @param {string} state
 * @param {{limits: boolean}} options
 * @returns {string} the file
 */
export function writeServerEnvironment(state, options) {
  const lines = {
    AGON_ADMIN_KEY_HASH: operatorKeyHash(operatorKey(state)),
    AGON_SECRET: keptSecret(path.join(state, "secret"), () => randomBytes(32).toString("base64url")),
    AGON_LIMITS: options.limits ? "on" : "off",
    AGON_OUTGOING_LOOPBACK: "on",
  };
  Object.assign(lines, judgeKeys());
  const file = path.join(state, "server.env");
  writePrivately(
    file,
    Object.entries(lines)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
  );
  return file;
}
