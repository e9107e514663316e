// The same fit in numpy and SciPy, where this machine has them.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Ballot } from "@agon/rating";

interface PeerFit {
  /** Median, without reading the file. */
  readonly ms: number;
  readonly theta: readonly number[];
  readonly sd: readonly number[];
}

/** A fit over every vote, as such code is usually written, and one over the counted unique outcomes. */
export interface Peer {
  readonly votes: PeerFit;
  readonly counts: PeerFit;
}

const program = fileURLToPath(new URL("bradley_terry.py", import.meta.url));

/** Debian's interpreter knows Debian's packages; another one may come first on the PATH. */
const interpreters = ["python3", "/usr/bin/python3"];

/** Null where no interpreter has numpy and SciPy. */
export function peerFit(models: number, duels: readonly Ballot[], runs: number): Peer | null {
  const able = interpreters.find((python) => spawnSync(python, ["-c", "import numpy, scipy"]).status === 0);
  if (able === undefined) return null;
  const folder = mkdtempSync(path.join(tmpdir(), "agon-peer-"));
  try {
    const file = path.join(folder, "votes.txt");
    writeFileSync(
      file,
      duels.map(({ models: [a, b], ranks: [rank] }) => (rank === 1 ? `${a} ${b}` : `${b} ${a}`)).join("\n"),
    );
    const answer = spawnSync(able, [program, file, String(models), String(runs)], { encoding: "utf8" });
    if (answer.status !== 0) throw new Error(answer.stderr);
    return JSON.parse(answer.stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
