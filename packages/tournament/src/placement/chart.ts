import type { Chart, PlaceEstimate } from "../chart.ts";
import { belief, credibleRange, likeliestPlace } from "./belief.ts";
import { comparisons, placementId } from "./placement.ts";
import type { PlacementState } from "./state.ts";

/** How the newcomer's interval narrowed, battle by battle. */
export function placementChart(state: PlacementState): Chart {
  const { confidence, errorRate } = state.options;
  const estimate = (battles: PlacementState["matches"]): PlaceEstimate => {
    const said = battles.flatMap((match) => comparisons(state, match));
    const weights = belief(state.ladder.length, said, errorRate);
    const [lower, upper] = credibleRange(weights, confidence);
    return { lower: lower + 1, likeliest: likeliestPlace(weights) + 1, upper: upper + 1 };
  };
  const steps = state.matches.flatMap((match, index) =>
    match.ranks ? [{ match: placementId(index), ...estimate(state.matches.slice(0, index + 1)) }] : [],
  );
  return {
    kind: "placement",
    newcomer: state.newcomer,
    ladder: state.ladder,
    confidence,
    steps: [{ match: null, ...estimate([]) }, ...steps],
  };
}
