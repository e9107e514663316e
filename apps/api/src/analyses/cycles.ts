import type { AnalysisParts, Finding } from "@agon/contract";
import { type Cyclicity, type CyclicTriads, cyclicityOf, cyclicTriads } from "@agon/rating/analysis";
import { type AnalysisSource, activePairs, found, refOf } from "./source.ts";

type Part = NonNullable<AnalysisParts["cycles"]>;

const circlesShown = 10;
/** The fit of circles grows with the cube of the models, three numbers each. */
const modelsFitted = 120;
/** Triples grow with the cube of the models too. */
const modelsSearched = 400;

const nothing = { triads: 0, cyclic: 0, share: null, circles: [], gain: null, needed: null };

/** Whether models beat each other in circles, and whether that is more than noise. */
export function analyseCycles(source: AnalysisSource): Part {
  const { counts, numbers } = activePairs(source);
  if (numbers.length > modelsSearched)
    return { finding: found("too_many_models", { most: modelsSearched }), ...nothing };
  const triads = cyclicTriads(counts);
  const fit = numbers.length >= 3 && numbers.length <= modelsFitted ? cyclicityOf(counts, source.seq) : null;
  return {
    finding: findingOf(triads, fit),
    triads: triads.triads,
    cyclic: triads.cyclic,
    share: triads.share,
    circles: triads.cycles
      .slice(0, circlesShown)
      .map((circle) => circle.map((at) => refOf(source, numbers[at] ?? -1))),
    gain: fit === null ? null : fit.general - fit.transitive,
    needed: fit?.parameters ?? null,
  };
}

function findingOf({ triads, cyclic, share }: CyclicTriads, fit: Cyclicity | null): Finding {
  if (triads === 0 || share === null) return found("cycles_too_few");
  if (cyclic === 0) return found("cycles_none", { triads });
  if (fit === null) return found("cycles_untested", { triads, cyclic, share });
  const values = { triads, cyclic, share, gain: fit.general - fit.transitive, needed: fit.parameters };
  return found(values.gain > values.needed ? "cycles_real" : "cycles_noise", values);
}
