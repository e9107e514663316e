// 70 models, 19 prompts and the votes of 124 people: imported, rated, shown.
import type { AcceptContext, AcceptRow, RunningStart } from "@agon/launch";
import { agon, apiOf } from "./support/agon.ts";
import { centred, largestDifference } from "./support/agreement.ts";
import { dataPath, goldenScores, needsData } from "./support/real-data.ts";

const arena = "llmfao";
const tolerance = 1e-6;
/** Rating points for a unit of theta: 400 points are odds of ten to one. */
const pointsPerTheta = 400 / Math.LN10;

let running: RunningStart | null = null;
const server = () => {
  if (running === null) throw new Error("the import did not work");
  return running;
};

async function importAll(context: AcceptContext) {
  const started = await context.start(["--empty"]);
  await agon(started, "import", "llmfao", dataPath("llmfao"), "--arena", arena, "--create");
  running = started;
  const { models, prompts, outputs, votes_by_judge } = await apiOf(running).arena(arena);
  const counts = [models, prompts, outputs, votes_by_judge.human];
  return {
    ok: String(counts) === "70,19,1133,8931",
    figure: `${models} models, ${prompts} prompts, ${outputs} outputs, ${votes_by_judge.human} human votes`,
  };
}

async function boardRatings(method: string): Promise<Map<string, number>> {
  const { models } = await apiOf(server()).leaderboard(arena, { method });
  return new Map(
    models.flatMap((row) => (row.rating === null ? [] : [[row.model.name, row.rating] as const])),
  );
}

async function bradleyTerry() {
  const ours = centred(await boardRatings("bradley-terry"));
  const theta = new Map([...ours].map(([name, rating]) => [name, rating / pointsPerTheta]));
  const golden = new Map(
    [...goldenScores("bradley_terry")].map(([name, strength]) => [name, Math.log(strength)]),
  );
  const difference = largestDifference(theta, centred(golden));
  return {
    ok: difference <= tolerance,
    figure: `${theta.size} models, largest difference ${difference.toExponential(1)}`,
  };
}

async function elo() {
  const difference = largestDifference(await boardRatings("elo"), goldenScores("elo"));
  return { ok: difference <= tolerance, figure: `largest difference ${difference.toExponential(1)}` };
}

async function pages() {
  const { url } = server();
  const [model] = (await apiOf(server()).models(arena, { limit: 1 })).data;
  const paths = ["/", `/a/${arena}`, `/a/${arena}/vote`, `/a/${arena}/m/${model?.slug}`];
  const answers = await Promise.all(paths.map(async (path) => `${(await fetch(url + path)).status} ${path}`));
  return { ok: answers.every((answer) => answer.startsWith("200")), figure: answers.join(", ") };
}

export const rows: AcceptRow[] = [
  {
    title: "LLMFAO is imported whole",
    command: "npm run agon -- import llmfao $AGON_DATA/llmfao --arena llmfao --create",
    run: importAll,
  },
  { title: "its Bradley-Terry board equals the golden one to 1e-6 in theta", run: bradleyTerry },
  { title: "its Elo board equals the golden one to 1e-6", run: elo },
  { title: "its pages are there", run: pages },
].map((row) => needsData("llmfao", row));
