import { randomFrom, seedFrom, shuffled } from "../../random.ts";
import type { Summariser } from "../reading.ts";

/** Sentences drawn by lot, the floor under every method; the passage itself is the seed. */
export const random: Summariser = (reading, count) => {
  const draw = randomFrom(seedFrom(reading.sentences.join(" ")));
  return shuffled([...reading.sentences.keys()], draw).slice(0, count);
};
