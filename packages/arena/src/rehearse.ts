// A tournament played through in mind, to know what it will take before anything is spent. How many battles there are
// can depend on who wins, so verdicts are drawn from what the arena knows of the models.
import { ok, type Result } from "@agon/contract";
import { seededRandom } from "@agon/rating";
import type { ScheduleState } from "@agon/tournament";
import { apply, done, nextSome, progress } from "@agon/tournament/schedule";
import { plannedSetup, type TournamentWish } from "./decide/tournament.ts";
import type { TournamentSetup } from "./event.ts";
import { createTournament } from "./run-tournament.ts";
import type { ArenaState } from "./state.ts";

export interface Rehearsal {
  readonly battles: number;
  /** How often each output is shown: model, prompt, times. Scaled where only a part was played. */
  readonly shown: readonly (readonly [model: number, prompt: number, times: number])[];
  /** Outputs in a battle, on average. */
  readonly size: number;
}

/** A long tournament is played in part; the rest is like it. */
const battlesPlayed = 4_000;
const batch = 128;

export function rehearseTournament(state: ArenaState, wish: TournamentWish): Result<Rehearsal> {
  const setup = plannedSetup(state, wish);
  return setup.ok ? ok(play(state, setup.value)) : setup;
}

function play(state: ArenaState, setup: TournamentSetup): Rehearsal {
  const random = seededRandom(`rehearsal/${setup.seed}`);
  const mean = state.ratings.get(setup.criterion)?.posterior.mean;
  const ability = (entrant: number) => mean?.[setup.entrants[entrant] ?? -1] ?? 0;
  const pick = ({ candidates, k }: { candidates: readonly number[]; k: number }) => ({
    entrants: shuffled(candidates, random).slice(0, k),
  });
  const times = new Map<string, number>();
  let { schedule } = createTournament(state, 1, setup, 0, 0);
  let battles = 0;
  let slots = 0;
  while (battles < battlesPlayed && !done(schedule)) {
    const some = nextSome(schedule, setup.format === "k-wise-league" ? 1 : batch, { pick });
    if (some.length === 0) break;
    for (const { match, version, game, entrants, prompt } of some) {
      const outcome = { match, version, game, entrants, prompt, ranks: drawn(entrants.map(ability), random) };
      const applied = apply(schedule, outcome);
      if (applied.kind === "applied") schedule = applied.state;
      battles += 1;
      slots += entrants.length;
      for (const entrant of entrants) {
        const key = `${setup.entrants[entrant]}/${setup.prompts[prompt]}`;
        times.set(key, (times.get(key) ?? 0) + 1);
      }
    }
  }
  const scale = scaleOf(schedule, battles);
  const shown = [...times].map(([key, count]) => {
    const [model = 0, prompt = 0] = key.split("/").map(Number);
    return [model, prompt, count * scale] as const;
  });
  return { battles: Math.round(battles * scale), shown, size: battles === 0 ? 0 : slots / battles };
}

/** How much longer the whole is than the part that was played. */
function scaleOf(schedule: ScheduleState, battles: number): number {
  if (battles < battlesPlayed) return 1;
  const { total, decided } = progress(schedule);
  return total === null || decided === 0 ? 1 : total / decided;
}

/** Ranks without ties, drawn by Plackett and Luce's model (Gumbel noise on the abilities). */
function drawn(abilities: readonly number[], random: () => number): number[] {
  const noisy = abilities.map((ability) => ability - Math.log(-Math.log(random() || Number.MIN_VALUE)));
  return noisy.map((value) => 1 + noisy.filter((other) => other > value).length);
}

function shuffled(items: readonly number[], random: () => number): number[] {
  return items
    .map((item) => [random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}
