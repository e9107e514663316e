import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "./failure.mjs";

/** A process that was killed holds its port for a moment after it can no longer be seen. */
const patienceMs = 3_000;
const pollMs = 50;

/**
 * Tries an address by listening on it for a moment.
 * @param {number} port 0 takes any free one
 * @param {string} host
 * @returns {Promise<{port: number} | {code: string}>} the port, or the system's error
 */
const tryToListen = (port, host) =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (error) => resolve({ code: "code" in error ? String(error.code) : error.message }));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const found = typeof address === "object" && address ? address.port : port;
      server.close(() => resolve({ port: found }));
    });
  });

/** @returns {Promise<number>} a port that nobody listens on now */
export async function freePort() {
  const found = await tryToListen(0, "127.0.0.1");
  if ("code" in found) throw new Failure(`This machine gives no port to listen on (${found.code}).`);
  return found.port;
}

/** @param {number} port @returns {Promise<string | null>} why the port cannot be had; null when it can */
async function obstacle(port) {
  for (const host of ["127.0.0.1", "::1"]) {
    const found = await tryToListen(port, host);
    if (!("code" in found)) continue;
    if (found.code === "EADDRINUSE") return "is in use by another program";
    if (found.code === "EACCES") return "needs more rights than this user has";
    // What is left is a machine without IPv6, which is no reason to stop.
  }
  return null;
}

/** Refuses a port that another program holds. @param {number} port */
export async function requireFreePort(port) {
  let why = await obstacle(port);
  for (const untilMs = Date.now() + patienceMs; why !== null && Date.now() < untilMs; await sleep(pollMs)) {
    why = await obstacle(port);
  }
  if (why !== null) {
    throw new Failure(`Port ${port} ${why}: choose another one, such as npm start -- --port ${port + 1}.`);
  }
}
