import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";

const module = new URL("./stop-signal.mjs", import.meta.url).href;
/** Says when it listens and every time it is asked, and takes its time to end. */
const command = `
  const { onStopSignal } = await import(${JSON.stringify(module)});
  onStopSignal(() => { console.log("asked"); setTimeout(() => process.exit(0), 1500); });
  setInterval(() => {}, 1000);
  console.log("pid " + process.pid);
`;

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

interface Running {
  readonly child: ChildProcess;
  readonly pid: number;
  /** Waits until it has printed the text. */
  readonly says: (text: string) => Promise<void>;
  readonly output: () => string;
}

async function run(program: string, args: string[], env: Record<string, string> = {}): Promise<Running> {
  const { npm_lifecycle_event: _, ...clean } = process.env;
  const child = spawn(program, args, { env: { ...clean, ...env }, stdio: ["ignore", "pipe", "inherit"] });
  started.push(child);
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    text += part;
  });
  const says = async (wanted: string) => {
    while (!text.includes(wanted)) await once(child.stdout, "data");
  };
  await says("pid ");
  return { child, pid: Number(/pid (\d+)/.exec(text)?.[1]), says, output: () => text };
}

const node = (env?: Record<string, string>) => run(process.execPath, ["-e", command], env);
/** As npm runs it: below a shell that passes no signal on. */
const belowShell = (env: Record<string, string>) =>
  run("sh", ["-c", '"$0" -e "$1"; exit', process.execPath, command], env);

describe("a command", () => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("is asked to end by %s", async (signal) => {
    const { child, says } = await node();
    child.kill(signal);
    await says("asked");
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("is asked once when the terminal closes after Ctrl-C, and a second Ctrl-C waits no more", async () => {
    const { child, says, output } = await node();
    child.kill("SIGINT");
    await says("asked");
    child.kill("SIGHUP");
    child.kill("SIGINT");
    expect(await once(child, "exit")).toEqual([130, null]);
    expect(output().match(/asked/g)).toHaveLength(1);
  });

  it("that npm runs is asked to end when npm's shell is gone", async () => {
    const { child, pid, says } = await belowShell({ npm_lifecycle_event: "start" });
    expect(pid).not.toBe(child.pid);
    child.kill("SIGTERM");
    await says("asked");
  });

  it("that a person runs outlives its shell", async () => {
    const { child, pid, output } = await belowShell({});
    child.kill("SIGTERM");
    await once(child, "exit");
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(output()).not.toContain("asked");
    process.kill(pid, "SIGKILL");
  });
});
