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
  { name: "browser", title: "The site in a browser", needsBrowser: true },
];

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 */

/**
 * Reads what vitest's JSON reporter wrote. A suite that broke before or outside of its tests has failed too.
 * @param {string | null} report null when vitest wrote none
 * @param {number} exitCode vitest's
 * @returns {Counts}
 */
export function countsOf(report, exitCode) {
  const { numPassedTests = 0, numFailedTests = 0 } = report === null ? {} : JSON.parse(report);
  const broke = exitCode !== 0 || numPassedTests + numFailedTests === 0;
  return { passed: numPassedTests, failed: numFailedTests === 0 && broke ? 1 : numFailedTests };
}
