import { once } from "node:events";
import net from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { freePort, requireFreePort } from "./port.mjs";

let holder: net.Server | null = null;
afterEach(() => {
  holder?.close();
  holder = null;
});

async function hold(port: number): Promise<net.Server> {
  holder = net.createServer().listen(port, "127.0.0.1");
  await once(holder, "listening");
  return holder;
}

describe("a port", () => {
  it("that nobody holds is taken", async () => {
    await expect(requireFreePort(await freePort())).resolves.toBeUndefined();
  });

  it("that another program holds is refused with another one to try", async () => {
    const port = await freePort();
    await hold(port);
    await expect(requireFreePort(port)).rejects.toThrow(`--port ${port + 1}`);
  });

  it("is waited for while a killed server lets go of it", async () => {
    const port = await freePort();
    const server = await hold(port);
    setTimeout(() => server.close(), 200);
    await expect(requireFreePort(port)).resolves.toBeUndefined();
  });
});
