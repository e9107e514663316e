// What a program judges in its tournaments: batches at full speed, or one battle at a time at the pace people watch.
import {
  type ArenaState,
  battleModels,
  type JudgedBattle,
  mayBeShown,
  type TournamentState,
} from "@agon/arena";
import { type JudgeOutput, judgeFor } from "@agon/judge";
import { seededRandom } from "@agon/rating";
import type { Battle } from "@agon/tournament";
import { nextSome } from "@agon/tournament/schedule";
import { pickFor } from "./league-pick.ts";

/** Battles judged in one go at full speed. */
const batchSize = 256;

/** When each paced tournament last moved, in milliseconds since 1970: soft, so a restart goes on at once. */
export class Pacer {
  readonly #last = new Map<number, number>();

  dueAt({ number, paceMs }: TournamentState): number {
    return paceMs === 0 ? 0 : (this.#last.get(number) ?? 0) + paceMs;
  }

  moved(tournament: number, now: number): void {
    this.#last.set(tournament, now);
  }
}

export const programTournaments = (state: ArenaState): TournamentState[] =>
  state.tournaments.filter(({ status, setup }) => status === "running" && setup.judge.kind === "rule");

/** The battles a program may judge now. */
export function battlesDue(state: ArenaState, tournament: TournamentState): Battle[] {
  const random = seededRandom(`${tournament.setup.seed}/${state.seq}`);
  const pick = pickFor(state, tournament, random);
  // A league's next set depends on the last verdict, so it goes one by one.
  const oneByOne = tournament.paceMs > 0 || tournament.setup.format === "k-wise-league";
  return nextSome(tournament.schedule, oneByOne ? 1 : batchSize, { pick });
}

export interface Material {
  readonly contents: ReadonlyMap<string, string>;
  readonly references: ReadonlyMap<number, string>;
}

const noMaterial: Material = { contents: new Map(), references: new Map() };

const contentKey = (model: number, prompt: number): string => `${model}/${prompt}`;

/** Texts that a reference match compares; a score needs none. */
export async function materialFor(
  db: D1Database,
  arena: number,
  tournament: TournamentState,
  battles: readonly Battle[],
): Promise<Material> {
  const { judge } = tournament.setup;
  if (judge.kind !== "rule" || judge.rule !== "reference") return noMaterial;
  const places = battles.flatMap((battle) => {
    const { models, prompt } = battleModels(tournament, battle);
    return models.map((model) => [model, prompt]);
  });
  const [outputs, prompts] = await db.batch<{ model: number; prompt: number; text: string | null }>([
    db
      .prepare(
        `SELECT o.model, o.prompt, o.content AS text FROM json_each(?1) AS place
         JOIN outputs AS o ON o.arena_id = ?2 AND o.model = place.value ->> 0 AND o.prompt = place.value ->> 1`,
      )
      .bind(JSON.stringify(places), arena),
    db
      .prepare(
        `SELECT 0 AS model, prompt, reference AS text FROM prompts
         WHERE arena_id = ?2 AND prompt IN (SELECT value ->> 1 FROM json_each(?1))`,
      )
      .bind(JSON.stringify(places), arena),
  ]);
  return {
    contents: new Map(outputs?.results.map((row) => [contentKey(row.model, row.prompt), row.text ?? ""])),
    references: new Map(prompts?.results.map((row) => [row.prompt, row.text ?? ""])),
  };
}

/** Verdicts of a program on battles; one it cannot decide is left out and reported. */
export function judgeBattles(
  state: ArenaState,
  tournament: TournamentState,
  battles: readonly Battle[],
  material: Material,
): JudgedBattle[] {
  const spec = tournament.setup.judge;
  if (spec.kind !== "rule") return [];
  const judge = judgeFor(spec);
  return battles.flatMap((battle) => {
    const { models, prompt } = battleModels(tournament, battle);
    // A score says what it said; a text that was taken down is compared with nothing.
    if (spec.rule !== "score" && !mayBeShown(state, { models, prompt })) return [];
    const outputs = models.map(
      (model): JudgeOutput => ({
        content: material.contents.get(contentKey(model, prompt)) ?? null,
        score: state.prompts[prompt]?.outputs.get(model)?.score ?? null,
      }),
    );
    const judgement = judge({ outputs }, { reference: material.references.get(prompt) ?? null });
    if (judgement.status === "decided")
      return [{ tournament: tournament.number, battle, ranks: judgement.ranks }];
    console.error(`tournament ${tournament.number}, ${battle.match}: ${JSON.stringify(judgement)}`);
    return [];
  });
}
