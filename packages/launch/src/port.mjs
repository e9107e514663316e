import net from "node:net";
import { Failure } from "./failure.mjs";

/**
 * Tries an address by listening on it for a moment.
 * @param {number} port 0 takes any free one
 * @param {string} host
 * @returns {Promise<number>} the port
 */
const tryToListen = (port, host) =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });

/** @returns {Promise<number>} a port that nobody listens on now */
export const freePort = () => tryToListen(0, "127.0.0.1");

/** Refuses a port that another program holds. @param {number} port */
export async function requireFreePort(port) {
  for (const host of ["127.0.0.1", "::1"]) {
    try {
      await tryToListen(port, host);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : "";
      // A machine without IPv6 is no reason to stop.
      if (code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT") continue;
      const why = code === "EACCES" ? "needs more rights than this user has" : "is in use by another program";
      throw new Failure(`Port ${port} ${why}: choose another one, such as npm start -- --port ${port + 1}.`);
    }
  }
}
