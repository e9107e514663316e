import path from "node:path";
import { inProject } from "./paths.mjs";

/**
 * One vitest project of vitest.config.ts.
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} title
 * @property {boolean} needsBrowser drives a Chromium over the built site
 */

/** The suites in the order of their cost: what breaks fast is seen fast. @type {readonly Suite[]} */
export const suites = [
  { name: "unit", title: "Units and properties", needsBrowser: false },
  { name: "worker", title: "The Worker in workerd with D1", needsBrowser: false },
  { name: "crash", title: "Crashes under load", needsBrowser: false },
  { name: "doors", title: "Commands and examples against a server", needsBrowser: false },
  { name: "browser", title: "The site in a browser", needsBrowser: true },
];

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} failures the file and name of every failed test, with the first line of what it said
 */

/**
 * Reads what vitest's JSON reporter wrote. A suite that broke before or outside of its tests has failed too.
 * @param {string | null} report null when vitest wrote none
 * @param {number} exitCode vitest's
 * @returns {Counts}
 */
export function countsOf(report, exitCode) {
  /** @type {Report} */
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    testResults = [],
  } = report === null ? {} : JSON.parse(report);
  const broke = exitCode !== 0 || numPassedTests + numFailedTests === 0;
  return {
    passed: numPassedTests,
    failed: numFailedTests === 0 && broke ? 1 : numFailedTests,
    failures: testResults.flatMap(failuresOf),
  };
}

/**
 * The part of vitest's JSON report that is read here.
 * @typedef {object} Report
 * @property {number} [numPassedTests]
 * @property {number} [numFailedTests]
 * @property {readonly FileReport[]} [testResults]
 *
 * @typedef {object} FileReport
 * @property {string} name the file
 * @property {string} status
 * @property {string} [message] what broke the file outside of its tests
 * @property {readonly { fullName: string, status: string, failureMessages?: readonly string[] }[]} assertionResults
 */

/** @param {string | undefined} text */
const firstLine = (text = "") => text.split("\n", 1)[0] ?? "";

/** @param {FileReport} file */
function failuresOf({ name, status, message, assertionResults }) {
  const where = path.relative(inProject("."), name);
  const failed = assertionResults.filter((test) => test.status === "failed");
  if (failed.length === 0 && status === "failed") return [`${where}: ${firstLine(message)}`];
  return failed.map((test) => `${where}: ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`);
}
