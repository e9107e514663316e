import { createClient } from "@agon/contract/client";

const models = 6;
const prompts = 12;
const battleSize = 3;

const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${name}-${at + 1}`);

/** An arena of three-way battles with every output in place. Gives its slug. */
export async function createContest(url: string, key: string): Promise<string> {
  const api = createClient((path, init) => fetch(url + path, init), { authorization: `Bearer ${key}` });
  const slug = "crash";
  await api.createArena({ slug, title: "Votes that must survive", k: battleSize });
  await api.addModels(
    slug,
    numbered("model", models).map((model) => ({ slug: model })),
  );
  await api.addPrompts(
    slug,
    numbered("prompt", prompts).map((prompt) => ({ slug: prompt, text: `Question of ${prompt}` })),
  );
  const outputs = numbered("model", models).flatMap((model) =>
    numbered("prompt", prompts).map((prompt) => ({ model, prompt, content: `${model} answers ${prompt}` })),
  );
  await api.addOutputs(slug, outputs.map((output) => JSON.stringify(output)).join("\n"));
  return slug;
}
