import type { DemoArena, DemoOutput } from "../demo-arena.ts";
import { summaryModels } from "./models.ts";
import { passages } from "./passages/passages.ts";
import { summarise } from "./reading.ts";
import { rouge1, rougeL } from "./rouge.ts";

const sentenceCount = 3;

/** Extractive summarisers over short passages; a rule scores them by overlap with a reference summary. */
export const summaries: DemoArena = {
  slug: "summaries",
  title: "Summaries",
  description:
    "Small programs shipped with Agon, none of them a language model, each pick three sentences that should " +
    "stand for a whole passage. The passages and the reference summaries were written for this arena. A rule " +
    "decides by the overlap with the reference (the mean of ROUGE-1 and ROUGE-L F1), and you may disagree with it.",
  modality: "text",
  k: 2,
  criteria: [
    {
      slug: "overall",
      title: "Better summary",
      instruction: "Which summary would leave a reader who never sees the passage better informed?",
    },
  ],
  models: summaryModels.map(({ summariser: _, ...about }) => about),
  prompts: passages.map(({ slug, category, text, reference }) => ({
    slug,
    category,
    reference,
    text: `Summarise in three sentences: ${text}`,
  })),
  outputs: generateOutputs,
};

/** The mean of ROUGE-1 and ROUGE-L F1 in [0, 1], to four decimals as summaries are commonly reported. */
export function referenceScore(summary: string, reference: string): number {
  const mean = (rouge1(summary, reference).f1 + rougeL(summary, reference).f1) / 2;
  return Math.round(mean * 10_000) / 10_000;
}

function* generateOutputs(): Generator<DemoOutput> {
  for (const { slug: prompt, text, reference } of passages) {
    for (const { slug: model, summariser } of summaryModels) {
      const content = summarise(text, summariser, sentenceCount);
      yield { model, prompt, content, score: referenceScore(content, reference) };
    }
  }
}
