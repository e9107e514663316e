// The arena state as text and back, for checkpoints and for comparing a live state with a replay. Maps become lists in
// key order, so equal states give equal bytes whatever order their entries came in.
import type { LiveRating } from "./live-rating.ts";
import type { ArenaState, MatchVerdict, ModelState, OutputState, PromptState } from "./state.ts";
import { type Facet, facetKey } from "./tally.ts";

type Pairs<K, V> = [K, V][];

/** Raised with every change of the reducer: a state that an older one folded is not the fold of the log any more. */
const stateVersion = 5;

interface Snapshot
  extends Omit<ArenaState, "facets" | "ratings" | "withdrawn" | "matchVerdicts" | "models" | "prompts"> {
  readonly version: number;
  readonly models: ModelState[];
  readonly prompts: (Omit<PromptState, "outputs"> & {
    outputs: Pairs<number, OutputState>;
  })[];
  readonly facets: (Omit<Facet, "duels" | "rankings"> & {
    duels: Pairs<number, [number, number, number]>;
    rankings: Pairs<string, number>;
  })[];
  readonly ratings: Pairs<string, LiveRating>;
  readonly withdrawn: Pairs<number, number>;
  readonly matchVerdicts: Pairs<string, MatchVerdict[]>;
}

const sorted = <K extends string | number, V>(map: Map<K, V>): Pairs<K, V> =>
  [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

const byKey = (a: Facet, b: Facet): number => {
  const [left, right] = [a, b].map((facet) => facetKey(facet.criterion, facet.judge, facet.category));
  return (left ?? "") < (right ?? "") ? -1 : 1;
};

/** The state as JSON text. */
export function snapshotText(state: ArenaState): string {
  const snapshot: Snapshot = {
    version: stateVersion,
    ...state,
    prompts: state.prompts.map((prompt) => ({ ...prompt, outputs: sorted(prompt.outputs) })),
    facets: [...state.facets.values()]
      .sort(byKey)
      .map((facet) => ({ ...facet, duels: sorted(facet.duels), rankings: sorted(facet.rankings) })),
    ratings: sorted(state.ratings),
    withdrawn: sorted(state.withdrawn),
    matchVerdicts: sorted(state.matchVerdicts),
  };
  return JSON.stringify(snapshot);
}

/** Null when the text is not a state of this version of the reducer; the log then gives it anew. */
export function parseSnapshot(text: string): ArenaState | null {
  try {
    const { version, ...snapshot } = JSON.parse(text) as Snapshot;
    return version === stateVersion ? stateOf(snapshot) : null;
  } catch {
    return null;
  }
}

function stateOf(snapshot: Omit<Snapshot, "version">): ArenaState {
  return {
    ...snapshot,
    prompts: snapshot.prompts.map((prompt) => ({ ...prompt, outputs: new Map(prompt.outputs) })),
    facets: new Map(
      snapshot.facets.map((facet) => [
        facetKey(facet.criterion, facet.judge, facet.category),
        { ...facet, duels: new Map(facet.duels), rankings: new Map(facet.rankings) },
      ]),
    ),
    ratings: new Map(snapshot.ratings),
    withdrawn: new Map(snapshot.withdrawn),
    matchVerdicts: new Map(snapshot.matchVerdicts),
  };
}
