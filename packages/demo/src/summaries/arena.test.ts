import { describe, expect, it } from "vitest";
import { referenceScore, summaries } from "./arena.ts";
import { passages } from "./passages/passages.ts";
import { sentencesOf } from "./reading.ts";
import { wordsOf } from "./words.ts";

const outputs = [...summaries.outputs()];

describe("the passages", () => {
  it.each(passages.map((passage) => [passage.slug, passage] as const))(
    "%s has the length it should have",
    (_, passage) => {
      const words = wordsOf(passage.text).length;
      expect(words).toBeGreaterThanOrEqual(150);
      expect(words).toBeLessThanOrEqual(260);
      expect(sentencesOf(passage.text).length).toBeGreaterThanOrEqual(9);
      expect([2, 3]).toContain(sentencesOf(passage.reference).length);
    },
  );
});

describe("the summaries", () => {
  it("are the same each time they are made", () => {
    expect([...summaries.outputs()]).toEqual(outputs);
  });

  it("are three sentences of the passage", () => {
    for (const { prompt, content } of outputs) {
      const sentences = sentencesOf(content);
      expect(sentences).toHaveLength(3);
      const passage = passages.find(({ slug }) => slug === prompt)?.text ?? "";
      for (const sentence of sentences) expect(passage).toContain(sentence);
    }
  });

  it("are scored by the mean of ROUGE-1 and ROUGE-L", () => {
    // Shared 2 of 2 and 4 words: both F1 are 2/3; in the wrong order ROUGE-L falls to 2 * 1 / 6.
    expect(referenceScore("police gunman", "police killed the gunman")).toBe(0.6667);
    expect(referenceScore("gunman police", "police killed the gunman")).toBe(0.5);
  });

  it("make a contest: no summariser wins more than a third of the passages", () => {
    const wins = new Map<string, number>();
    for (const { slug } of summaries.prompts) {
      const entries = outputs.filter(({ prompt }) => prompt === slug);
      const best = Math.max(...entries.map(({ score }) => score ?? 0));
      for (const { model, score } of entries) if (score === best) wins.set(model, (wins.get(model) ?? 0) + 1);
    }
    expect(Math.max(...wins.values())).toBeLessThanOrEqual(summaries.prompts.length / 3);
    expect(wins.size).toBeGreaterThanOrEqual(summaries.models.length / 2);
  });
});
