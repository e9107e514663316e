import { spawn } from "node:child_process";
import { once } from "node:events";
import { pathToFileURL } from "node:url";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { madeFile, removeMadeFiles } from "../made-files.ts";
import { localServerAddress } from "./local-server.ts";

afterAll(removeMadeFiles);

const usual = "http://localhost:8787";

/** The group of a process that lives until the test ends, or until it is told to. */
async function livingGroup() {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { detached: true });
  await once(child, "spawn");
  const end = async () => {
    if (child.kill("SIGKILL")) await once(child, "exit");
  };
  onTestFinished(end);
  return { group: child.pid ?? 0, end };
}

const addressBy = async (record: string) =>
  localServerAddress(pathToFileURL(await madeFile("process-group", record)));

test("a server that runs is found on the port it was started with", async () => {
  const { group } = await livingGroup();
  const record = { group, port: 4711, launcher: { pid: 1, birth: "1" } };
  expect(await addressBy(`${JSON.stringify(record)}\n`)).toBe("http://localhost:4711");
});

test("a record that outlived its server is passed over", async () => {
  const { group, end } = await livingGroup();
  await end();
  expect(await addressBy(JSON.stringify({ group, port: 4711 }))).toBe(usual);
});

test("without a record the server is looked for where npm start puts it", async () => {
  expect(await localServerAddress(new URL("file:///no/such/record"))).toBe(usual);
});

test.each(["", '{"group":1', "null", '{"port":4711}', '{"group":0,"port":4711}', '{"group":1,"port":4711}'])(
  "the record %j names no server",
  async (record) => {
    expect(await addressBy(record)).toBe(usual);
  },
);

test.each([0, 65_536, 1.5, "4711", null])("%j is no port of a server", async (port) => {
  const { group } = await livingGroup();
  expect(await addressBy(JSON.stringify({ group, port }))).toBe(usual);
});
