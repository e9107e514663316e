import type { Summariser } from "../reading.ts";

/** The last sentences: right where a passage works its way to a conclusion, lost elsewhere. */
export const tail: Summariser = (reading, count) =>
  [...reading.sentences.keys()].slice(Math.max(0, reading.sentences.length - count));
