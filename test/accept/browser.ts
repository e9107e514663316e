// The browser suite as a person would ask about it: by keyboard alone, with axe, and everything else.
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { AcceptContext, AcceptRow } from "@agon/launch";

const root = fileURLToPath(new URL("../..", import.meta.url));
const longOutputBytes = 64 * 1024 * 1024;

/** The part of vitest's JSON report that is read here. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

interface Outcome {
  readonly file: string;
  readonly name: string;
  readonly passed: boolean;
}

async function runSuite(context: AcceptContext): Promise<Outcome[]> {
  const report = path.join(context.temporaryFolder(), "report.json");
  const vitest = path.join(root, "node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "--project", "browser", "--reporter=json", `--outputFile=${report}`];
  // A failed test is an exit code of its own; what failed stands in the report.
  const ended = promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: longOutputBytes });
  const said = await ended.then(
    () => "",
    (error: unknown) => String(error),
  );
  if (!existsSync(report)) throw new Error(`the browser suite did not run: ${said}`);
  const { testResults }: Report = JSON.parse(readFileSync(report, "utf8"));
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({
      file: path.basename(name),
      name: fullName,
      passed: status === "passed",
    })),
  );
}

let suite: Promise<Outcome[]> | null = null;

/** Judges the tests of the suite that `isMeant` picks out. */
const judgedBy = (isMeant: (outcome: Outcome) => boolean) => async (context: AcceptContext) => {
  suite ??= runSuite(context);
  const meant = (await suite).filter(isMeant);
  const failed = meant.filter(({ passed }) => !passed);
  const names = failed.map(({ name }) => `\n    ${name}`).join("");
  return {
    ok: meant.length > 0 && failed.length === 0,
    figure: `${meant.length - failed.length} of ${meant.length} tests passed${names}`,
  };
};

const isKeyboard = ({ file }: Outcome) => file.includes("by-keyboard");
const isPage = ({ file }: Outcome) => file === "pages.test.ts";
const isWidget = ({ file }: Outcome) => file === "widgets.test.ts";

export const rows: AcceptRow[] = [
  {
    title: "a vote, a duel and a bracket of 16 by keyboard alone",
    command: "npm test -- browser",
    run: judgedBy(isKeyboard),
  },
  { title: "axe-core finds nothing on any page in light, in dark and at 390 px", run: judgedBy(isPage) },
  {
    title:
      "frame, element and badge on another origin: strict policy, no script, dark, one poll after a vote",
    run: judgedBy(isWidget),
  },
  {
    title: "everything else of the site in a browser",
    run: judgedBy((one) => !isKeyboard(one) && !isPage(one) && !isWidget(one)),
  },
];
