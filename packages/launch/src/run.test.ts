import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { birthOf } from "./processes.mjs";
import { run, runOrFail } from "./run.mjs";

/** Waits for a file that holds a process id. */
const pidIn = (file: string) =>
  vi.waitFor(
    () => {
      const text = existsSync(file) ? readFileSync(file, "utf8") : "";
      if (!text.endsWith("\n")) throw new Error("no process yet");
      return Number(text);
    },
    { timeout: 5_000 },
  );

describe("a program that is run", () => {
  it("gives its exit code, its output and its stdout apart", async () => {
    const result = await run("sh", ["-c", "echo out; echo err >&2; exit 3"]);
    expect(result).toMatchObject({ code: 3, stdout: "out\n" });
    expect(result.output).toContain("err");
  });

  it("that is not there fails with the reason", async () => {
    expect(await run("agon-no-such-program", [])).toMatchObject({ code: 1, stdout: "" });
  });

  it("that fails says what to do and keeps its own words as details", async () => {
    const failing = runOrFail("Do this.", "sh", ["-c", "echo why; exit 1"]);
    await expect(failing).rejects.toMatchObject({ message: "Do this.", details: "why\n" });
  });

  it("ends, with whatever it started, when the launcher does", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "agon-run-"));
    const file = path.join(folder, "pid");
    const code = `
      const { run } = await import(${JSON.stringify(new URL("./run.mjs", import.meta.url).href)});
      process.on("SIGTERM", () => process.exit(0));
      await run("sh", ["-c", "sleep 60 & echo $! > ${file}; wait"]);
    `;
    const launcher = spawn(process.execPath, ["-e", code]);
    const grandchild = await pidIn(file);
    launcher.kill("SIGTERM");
    await once(launcher, "exit");
    await vi.waitFor(() => expect(birthOf(grandchild)).toBeNull(), { timeout: 3_000 });
    rmSync(folder, { recursive: true });
  });
});
