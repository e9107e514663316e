import type { DemoArena, DemoOutput } from "../demo-arena.ts";
import { briefFrom } from "./brief/brief.ts";
import { artModels } from "./models.ts";
import { subjects } from "./prompts.ts";

/** Programs that draw, given a few words; people put the drawings in order. */
export const generativeArt: DemoArena = {
  slug: "generative-art",
  title: "Generative art",
  description:
    "Small programs shipped with Agon, none of them a trained model, each draw the same few words by an algorithm " +
    "of their own. The words become numbers (colours, energy, density, order, direction), and every program reads " +
    "the numbers in its own way.",
  modality: "image",
  k: 4,
  criteria: [
    {
      slug: "overall",
      title: "Better picture",
      instruction: "Which picture would you rather have on the wall, for these words?",
    },
  ],
  models: artModels.map(({ program: _, ...about }) => about),
  prompts: subjects.map((subject) => ({ ...subject })),
  outputs: generateOutputs,
};

function* generateOutputs(): Generator<DemoOutput> {
  for (const { slug: prompt, text } of subjects) {
    const brief = briefFrom(text);
    for (const { slug: model, program } of artModels) yield { model, prompt, content: program(brief) };
  }
}
