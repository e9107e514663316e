import { once } from "node:events";
import net from "node:net";
import { expect, it } from "vitest";
import { freePort, requireFreePort } from "./port.mjs";

it("a port that another program holds is refused with another one to try", async () => {
  const port = await freePort();
  await expect(requireFreePort(port)).resolves.toBeUndefined();
  const holder = net.createServer().listen(port, "127.0.0.1");
  await once(holder, "listening");
  await expect(requireFreePort(port)).rejects.toThrow(`--port ${port + 1}`);
  holder.close();
  await once(holder, "close");
});
