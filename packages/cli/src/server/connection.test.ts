import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import { afterAll, expect, onTestFinished, test, vi } from "vitest";
import { madeFile, removeMadeFiles } from "../made-files.ts";
import { localKeyFor } from "./admin-key.ts";
import { connect } from "./connection.ts";

vi.mock("./local-server.ts", () => ({ localServerAddress: async () => "http://localhost:4711" }));
afterAll(removeMadeFiles);

/** A server that answers with each status in turn; `Retry-After` is a moment. */
async function madeServer(statuses: readonly number[]) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    const status = statuses[Math.min(requests.push(request), statuses.length) - 1] ?? 200;
    response.writeHead(status, { "content-type": "application/json", "retry-after": "0.01" });
    response.end(JSON.stringify({ code: "x", detail: "the detail", data: [], next_cursor: null }));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, requests };
}

test("a busy server is asked again after the time it names, with the key", async () => {
  const { url, requests } = await madeServer([503, 429, 200]);
  const { client } = await connect({ url, key: "agon_k" });
  expect(await client.arenas()).toMatchObject({ data: [] });
  expect(requests).toHaveLength(3);
  expect(requests.every(({ headers }) => headers.authorization === "Bearer agon_k")).toBe(true);
});

test("any other refusal comes at once, with its code", async () => {
  const { url, requests } = await madeServer([422]);
  const { client } = await connect({ url, key: "k" });
  await expect(client.arenas()).rejects.toMatchObject({ status: 422, code: "x", message: "the detail" });
  expect(requests).toHaveLength(1);
});

test("a server that is not there is a failure that says what to do", async () => {
  const { client } = await connect({ url: "http://127.0.0.1:9", key: "k" });
  await expect(client.arenas()).rejects.toMatchObject({
    name: "Failure",
    message: expect.stringContaining("No answer from http://127.0.0.1:9"),
    hint: expect.stringContaining("npm start"),
  });
});

test("without an address the local server is asked", async () => {
  expect((await connect({ key: "k" })).url.href).toBe("http://localhost:4711/");
  expect((await connect({ url: "http://localhost:1", key: "k" })).url.href).toBe("http://localhost:1/");
});

test.each(["nonsense", "ftp://x.test"])("%s is no address of a server", async (url) => {
  await expect(connect({ url })).rejects.toThrow("is not an address");
});

test("the local key is for this machine only", async () => {
  const file = pathToFileURL(await madeFile("admin-key", "agon_local\n"));
  for (const url of ["http://localhost:8787", "http://127.0.0.1:1", "http://[::1]:1"]) {
    expect(await localKeyFor(new URL(url), file)).toBe("agon_local");
  }
  for (const url of ["https://agon.example", "http://localhost.example", "http://127.0.0.1.example"]) {
    expect(await localKeyFor(new URL(url), file)).toBeNull();
  }
  expect(await localKeyFor(new URL("http://localhost"), new URL("file:///no/such/key"))).toBeNull();
});
