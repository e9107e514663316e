import { bestScores } from "../best-scores.ts";
import type { Summariser } from "../reading.ts";

/** The sentences with the most words: much recall for little thought, paid for in precision. */
export const longest: Summariser = (reading, count) =>
  bestScores(
    reading.words.map((words) => words.length),
    count,
  );
