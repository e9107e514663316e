// What tests, benchmarks and acceptance rows use of the launcher.
/** @typedef {import("./accept-runner.mjs").AcceptContext} AcceptContext */
/** @typedef {import("./accept-runner.mjs").AcceptRow} AcceptRow */
/** @typedef {import("./running-start.mjs").RunningStart} RunningStart */
/** @typedef {import("./table.mjs").Row} Row */
export { measurePackages } from "./budgets.mjs";
export { freePort } from "./port.mjs";
export { readRecord } from "./process-group.mjs";
export { processesOfState } from "./processes.mjs";
export { spawnStart } from "./running-start.mjs";
