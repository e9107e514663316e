/** A ground on which the outputs of an arena are compared. */
export interface DemoCriterion {
  slug: string;
  title: string;
  instruction: string;
}

/** One of the small programs that compete; `family` groups programs that work alike. */
export interface DemoModel {
  slug: string;
  name: string;
  organization: string;
  license: string;
  url?: string;
  family: string;
  description: string;
}

/** What the programs are given; `reference` is what a rule compares their output with. */
export interface DemoPrompt {
  slug: string;
  text: string;
  category: string;
  reference?: string;
}

/** What one program made of one prompt; `model` and `prompt` are slugs, `score` lies in [0, 1]. */
export interface DemoOutput {
  model: string;
  prompt: string;
  content: string;
  score?: number;
}

/** An arena that ships with the project: `outputs()` computes every model x prompt, the same bytes each time. */
export interface DemoArena {
  slug: string;
  title: string;
  description: string;
  modality: "image" | "text";
  k: number;
  criteria: DemoCriterion[];
  models: DemoModel[];
  prompts: DemoPrompt[];
  outputs(): Generator<DemoOutput>;
}
