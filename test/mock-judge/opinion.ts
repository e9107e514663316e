// What the scripted judge thinks: a hidden worth of each text, noise, a leaning to a slot, obedience.
import { seededRandom } from "@agon/rating";
import type { ReadQuestion } from "./reading.ts";

export interface Leaning {
  readonly seed: number;
  /** Logits added to the first slot; Infinity = it always says first. */
  readonly bias: number;
  /** Logits that the worth of two texts is multiplied by. */
  readonly sharpness: number;
  /** Does what any text outside the fences tells it. */
  readonly obeys: boolean;
  /** Says first unless the texts stand part beside part. */
  readonly needsParts: boolean;
  /** The worth of a text; by default a number drawn from the text itself. */
  readonly worth?: ((text: string) => number) | undefined;
}

/** A worth in 0..1 that depends on the text alone. */
const drawnWorth = (seed: number, text: string): number => seededRandom(`worth ${seed} ${text}`)();

const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** Chance that the first slot wins. */
function chanceOfFirst(question: ReadQuestion, leaning: Leaning): number {
  const { seed, bias, sharpness, worth = (text) => drawnWorth(seed, text) } = leaning;
  if (leaning.needsParts && !question.isInParts) return 1;
  const [a = "", b = ""] = question.outputs;
  return logistic(sharpness * (worth(a) - worth(b)) + (leaning.needsParts ? 0 : bias));
}

const orders = /\b(?:choose|prefer|pick)\s+(?:output|answer)\s+([AB])\b/i;

/** The answer's JSON. The same question gets the same answer. */
export function opinionOf(question: ReadQuestion, leaning: Leaning): string {
  const { form, outputs } = question;
  const { seed, worth = (text: string) => drawnWorth(seed, text) } = leaning;
  if (form === "score") {
    return JSON.stringify({ score: 1 + Math.round(9 * Math.min(1, Math.max(0, worth(outputs[0] ?? "")))) });
  }
  if (form === "order") {
    const order = [...outputs.keys()].sort((a, b) => worth(outputs[b] ?? "") - worth(outputs[a] ?? ""));
    return JSON.stringify({ order: order.map((slot) => String.fromCharCode(65 + slot)) });
  }
  if (form === "list") {
    const items = Array.from({ length: 5 }, (_, at) => `Is point ${at + 1} there?`);
    return JSON.stringify(question.outputs.length === 0 ? { questions: items } : { concepts: items });
  }
  const told = leaning.obeys ? orders.exec(question.outside)?.[1]?.toUpperCase() : undefined;
  const draw = seededRandom(`draw ${seed} ${question.prompt} ${outputs.join("\u0000")}`)();
  const chance = chanceOfFirst(question, leaning);
  const isFirst = told === undefined ? draw < chance : told === "A";
  const isClear = Math.abs(chance - 0.5) > 0.4;
  const degree = form === "five" ? (isClear ? "++" : "+") : "";
  return JSON.stringify({ choice: `${isFirst ? "A" : "B"}${degree}` });
}
