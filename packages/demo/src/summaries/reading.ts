import { stopWords } from "./stop-words.ts";
import { singular, wordsOf } from "./words.ts";

/** A passage as the summarisers see it; the three lists run in parallel, one entry a sentence. */
interface Reading {
  sentences: readonly string[];
  /** Every word of the sentence, without plurals. */
  words: readonly (readonly string[])[];
  /** The words that are not stop words: what the sentence is about. */
  terms: readonly (readonly string[])[];
}

/**
 * Chooses the sentences that make the summary: at most `count` different positions, in any order.
 * The same reading always gives the same choice.
 */
export type Summariser = (reading: Reading, count: number) => number[];

/** A passage cut where a full stop, question or exclamation mark is followed by the start of a sentence. */
export function sentencesOf(passage: string): string[] {
  return passage
    .trim()
    .split(/(?<=[.!?]["')”’]?)\s+(?=["'(“‘]?\p{Lu})/u)
    .filter((sentence) => sentence !== "");
}

/** Splits a passage into sentences, words and terms. */
export function read(passage: string): Reading {
  const sentences = sentencesOf(passage);
  const raw = sentences.map(wordsOf);
  return {
    sentences,
    words: raw.map((words) => words.map(singular)),
    terms: raw.map((words) => words.filter((word) => !stopWords.has(word)).map(singular)),
  };
}

/** The chosen sentences in the order of the passage, as one paragraph. */
export function summarise(passage: string, summariser: Summariser, count: number): string {
  const reading = read(passage);
  const chosen = summariser(reading, Math.min(count, reading.sentences.length));
  return [...chosen]
    .sort((a, b) => a - b)
    .map((index) => reading.sentences[index])
    .join(" ");
}
