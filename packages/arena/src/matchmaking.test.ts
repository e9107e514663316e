import { seededRandom } from "@agon/rating";
import { expect, it } from "vitest";
import { apply } from "./apply.ts";
import type { ArenaEvent } from "./event.ts";
import { type BattleWish, chooseBattle, largestBattle, proposeModels } from "./matchmaking.ts";
import { type ArenaState, emptyArena } from "./state.ts";

const bare = { organization: null, license: null, url: null, family: null };

/** Four models, two prompts; model 3 has an output for the second prompt only. */
function arena(votes: readonly [a: number, b: number][]): ArenaState {
  const events: ArenaEvent[] = [
    { type: "models.added", models: ["a", "b", "c", "d"].map((slug) => ({ slug, name: slug, ...bare })) },
    {
      type: "prompts.added",
      prompts: ["p", "q"].map((slug) => ({ slug, category: slug, textHash: slug, hasReference: false })),
    },
    {
      type: "outputs.added",
      outputs: [0, 1, 2, 3].flatMap((model) =>
        [0, 1]
          .filter((prompt) => model < 3 || prompt === 1)
          .map((prompt) => ({ model, prompt, score: null, hash: "h" })),
      ),
    },
    ...votes.map(
      (models): ArenaEvent => ({
        type: "verdict",
        criterion: "overall",
        judge: { kind: "human", id: "v" },
        models,
        prompt: 0,
        ranks: [1, 2],
      }),
    ),
  ];
  return events.reduce<ArenaState>(
    (state, event) => apply(state, { seq: state.seq + 1, at: 0, event }).state,
    emptyArena(),
  );
}

const wish = (more: Partial<BattleWish> = {}): BattleWish => ({
  criterion: "overall",
  k: 2,
  category: null,
  random: seededRandom(1),
  shadow: undefined,
  gamesInFlight: [],
  promptsInFlight: new Map(),
  ...more,
});

it("seats only models with an output for the prompt", () => {
  expect(largestBattle(arena([]))).toBe(4);
  expect(chooseBattle(arena([]), wish({ k: 4 }))?.prompt).toBe(1);
  expect(chooseBattle(arena([]), wish({ k: 5 }))).toBeNull();
  expect(chooseBattle(arena([]), wish({ k: 4, category: "p" }))).toBeNull();
});

it("takes the prompt with the fewest battles, those in flight included", () => {
  expect(chooseBattle(arena([[0, 1]]), wish())?.prompt).toBe(1);
  expect(chooseBattle(arena([[0, 1]]), wish({ promptsInFlight: new Map([[1, 2]]) }))?.prompt).toBe(0);
});

it("starts from the model with the fewest battles", () => {
  const state = arena([
    [0, 1],
    [0, 2],
    [1, 2],
  ]);
  for (let seed = 0; seed < 20; seed++) {
    const games = state.models.map(({ votes }) => votes);
    const set = { criterion: "overall", games, candidates: [0, 1, 2, 3], k: 2, randomShare: 0 };
    expect(proposeModels(state, { ...set, random: seededRandom(seed) }).models).toContain(3);
  }
});

it("follows K-Sort Arena's rule where it is asked to: who has not met comes first", () => {
  const state = arena([
    [0, 1],
    [0, 1],
    [0, 2],
  ]);
  for (let seed = 0; seed < 20; seed++) {
    const set = { criterion: "overall", games: [0, 9, 9, 9], candidates: [0, 1, 2, 3], k: 2, randomShare: 0 };
    const { models } = proposeModels(state, { ...set, rule: "k-sort", random: seededRandom(seed) });
    expect(models.toSorted()).toEqual([0, 3]);
  }
});
