import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { endGroups, readRecord, recordGroup, takeOver } from "./process-group.mjs";
import { birthOf, marker, processesOfState } from "./processes.mjs";

let state = "";
beforeEach(() => {
  state = realpathSync(mkdtempSync(path.join(tmpdir(), "agon-group-")));
});
afterEach(async () => {
  await endGroups(state);
  rmSync(state, { recursive: true });
});

const waits = "process.stdout.write('up'); setInterval(() => {}, 1000);";
const ignoresTerm = `process.on("SIGTERM", () => {}); ${waits}`;

/** A process in a group of its own that carries the mark of a state folder. */
async function spawnMarked(code: string, markedState = state) {
  const child = spawn(process.execPath, ["-e", code], {
    detached: true,
    env: { ...process.env, [marker]: markedState },
    stdio: ["ignore", "pipe", "ignore"],
  });
  await once(child.stdout, "data");
  if (child.pid === undefined) throw new Error("no process");
  return child.pid;
}

const record = (text: object) => writeFileSync(path.join(state, "process-group"), JSON.stringify(text));
const isAlive = (pid: number) => birthOf(pid) !== null;

describe("the processes of a state folder", () => {
  it("are found by the folder they carry, not by their ids", async () => {
    const ours = await spawnMarked(waits);
    const foreign = await spawnMarked(waits, `${state}-2`);
    expect(processesOfState(state)).toEqual([{ pid: ours, group: ours, program: process.execPath }]);
    await endGroups(`${state}-2`);
    expect(isAlive(foreign)).toBe(false);
    expect(isAlive(ours)).toBe(true);
  });

  it("are ended even when they do not listen", async () => {
    const stubborn = await spawnMarked(ignoresTerm);
    await endGroups(state, 100);
    expect(isAlive(stubborn)).toBe(false);
  });
});

describe("taking a state folder over", () => {
  it("ends what a launcher that is gone left behind, and forgets it", async () => {
    const left = await spawnMarked(waits);
    record({ group: left, port: 1, launcher: { pid: 2 ** 22, birth: "1" } });
    await takeOver(state);
    expect(isAlive(left)).toBe(false);
    expect(existsSync(path.join(state, "process-group"))).toBe(false);
  });

  it("takes a launcher's id that now belongs to another process for gone", async () => {
    const left = await spawnMarked(waits);
    record({ group: left, port: 1, launcher: { pid: process.ppid, birth: "another moment" } });
    await takeOver(state);
    expect(isAlive(left)).toBe(false);
  });

  it("refuses while the launcher lives, and says where its server is", async () => {
    const running = await spawnMarked(waits);
    record({ group: running, port: 4711, launcher: { pid: process.ppid, birth: birthOf(process.ppid) } });
    await expect(takeOver(state, 100)).rejects.toThrow(/http:\/\/localhost:4711.*--state/);
    expect(isAlive(running)).toBe(true);
  });

  it("waits for a launcher that is about to end its server", async () => {
    const launcher = await spawnMarked(waits, `${state}-launcher`);
    const running = await spawnMarked(waits);
    record({ group: running, port: 4711, launcher: { pid: launcher, birth: birthOf(launcher) } });
    setTimeout(() => endGroups(`${state}-launcher`), 100);
    await takeOver(state);
    expect(isAlive(running)).toBe(false);
  });

  it("never signals a recorded group that does not carry the folder", async () => {
    const foreign = await spawnMarked(waits, `${state}-2`);
    record({ group: foreign, port: 1, launcher: { pid: 2 ** 22, birth: "1" } });
    await takeOver(state);
    expect(isAlive(foreign)).toBe(true);
    await endGroups(`${state}-2`);
  });

  it("passes over a record that a crash cut short", async () => {
    writeFileSync(path.join(state, "process-group"), '{"group":1');
    expect(readRecord(state)).toBeNull();
    await expect(takeOver(state)).resolves.toBeUndefined();
  });

  it("records the group with the launcher's birth", () => {
    recordGroup(state, 7, 8787);
    expect(readRecord(state)).toEqual({
      group: 7,
      port: 8787,
      launcher: { pid: process.pid, birth: birthOf(process.pid) },
    });
  });
});
