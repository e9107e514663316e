import type { Summariser } from "../reading.ts";

/**
 * The first sentences: the baseline to beat on news (Nenkova, "Automatic Text Summarization of Newswire:
 * Lessons Learned from the Document Understanding Conference", AAAI 2005).
 */
export const lead: Summariser = (reading, count) => [...reading.sentences.keys()].slice(0, count);
