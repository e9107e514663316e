import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the whole project. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");

/**
 * @param {...string} parts below the project's folder
 * @returns {string} an absolute path
 */
export const inProject = (...parts) => path.join(root, ...parts);
