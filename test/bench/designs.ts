import {
  anchored,
  type Design,
  randomPairs,
  roundRobin,
  seriesBracket,
  swiss,
  varco,
} from "../simulation/equal-calls.ts";
import { type NoisyDesign, tauAfter } from "../simulation/noisy-league.ts";
import { mean, standardError } from "../simulation/summary.ts";
import { type BenchOptions, figure } from "./measure/row.ts";
import { perSeed } from "./measure/seeds.ts";

export const title = "Designs side by side on equal judge calls";

/** What stands under the table. */
export const notes = [
  "Duels: 16 models N(0, .8^2) nats, 100 prompts, one stored output per model and prompt (strength + Gumbel), a judge who errs in 15 % of the calls, 1,500 calls for every design but the series bracket, which stops early, and the round robin, which pays 12 whole prompts. Quality is Spearman's correlation of the board with the truth, with its standard error; `first right` is how often the truly strongest model stands first. The same seeds, outputs and strengths for all.",
  "What is not in the figures: a bracket names a champion people can watch, whatever it tells about the rest. Random pairs draw their prompts too and repeat hardly any pair on a prompt. The round robin loses because it spends everything on 12 prompts, and what is stored there is partly luck. Elo is online with K 4, in the order of the matches.",
  "Rankings of four: 50 models, noisy voters (2 logits a look), 600 calls for every design, a call being one order of four; quality is Kendall's tau. `even`: equal distances over 10 logits; `normal`: N(0, 3^2). K-Sort is its published rule and update; Elo takes the six pairs of every order with K 8, which of 4, 8, 16, 32 and 64 suits it best here.",
];

interface DesignRow extends Record<string, string> {
  readonly design: string;
  readonly quality: string;
  readonly "first right": string;
  readonly calls: string;
  readonly of: string;
}

const withError = (values: readonly number[]): string =>
  `${figure(mean(values), 3)} +- ${figure(standardError(values), 3)}`;

function duelRow(design: string, play: Design, trials: number): DesignRow {
  const found = perSeed(trials, play);
  return {
    design,
    quality: withError(found.map(({ spearman }) => spearman)),
    "first right": `${figure(100 * mean(found.map(({ champion }) => (champion ? 1 : 0))), 1)} %`,
    calls: figure(mean(found.map(({ calls }) => calls))),
    of: `${trials} seeds`,
  };
}

const duelDesigns: readonly (readonly [string, Design])[] = [
  ["Swiss (the default), Bradley-Terry", swiss()],
  ["Swiss on 75 prompts, Bradley-Terry", swiss(75)],
  ["random pairs, Bradley-Terry", randomPairs("bradley-terry")],
  ["random pairs, K-Sort's rating", randomPairs("k-sort")],
  ["random pairs, online Elo", randomPairs("elo")],
  ["Varco's random brackets, Bradley-Terry", varco()],
  ["Varco's random brackets, K-Sort's rating", varco("k-sort")],
  ["Varco's random brackets, online Elo", varco("elo")],
  ["all against one anchor, Bradley-Terry", anchored],
  ["round robin on 12 prompts, Bradley-Terry", roundRobin],
  ["one series bracket, places", seriesBracket(null)],
];

const CALLS = 600;

function rankingRow(design: NoisyDesign, world: "even" | "normal", seeds: number): DesignRow {
  const setup = { design, world, careless: 0, most: CALLS };
  const tau = perSeed(seeds, (seed) => tauAfter(setup, seed));
  return {
    design: `${design}, ${world}`,
    quality: withError(tau),
    "first right": "",
    calls: figure(CALLS),
    of: `${seeds} seeds`,
  };
}

const rankingDesigns: readonly NoisyDesign[] = [
  "ours",
  "uniform sets, our rating",
  "k-sort",
  "uniform sets, online Elo",
];

export async function run({ fast }: BenchOptions): Promise<DesignRow[]> {
  const [trials, seeds] = fast ? [40, 4] : [200, 20];
  return [
    ...duelDesigns.map(([name, play]) => duelRow(name, play, trials)),
    ...(["even", "normal"] as const).flatMap((world) =>
      rankingDesigns.map((design) => rankingRow(design, world, seeds)),
    ),
  ];
}
