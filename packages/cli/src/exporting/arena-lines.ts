// A whole arena as lines that `agon import agon` reads: its settings, then models, prompts, outputs and counted
// verdicts, each with a `type`. Names stay as they are, so that the new arena has the same addresses and boards.
import { type Arena, type Client, newArena, type Verdict } from "@agon/contract";
import { listVerdicts } from "../server/verdicts.ts";
import { listModels, listOutputs, listPrompts } from "./kinds/catalogue.ts";

const line = (value: object): string => `${JSON.stringify(value)}\n`;

/** What a new arena can be given of this one; it begins open, under an address of its own. */
const settingsOf = ({ slug: _slug, status: _status, ...arena }: Arena): object =>
  Object.fromEntries(Object.entries(arena).filter(([name]) => name in newArena.shape));

/** What is in an object, without what is null. */
const filled = (fields: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

const verdictLine = ({ ballot, slots, ranks, first_only, criterion, judge, flags, at }: Verdict): object => ({
  type: "verdict",
  id: ballot,
  models: slots.map(({ model }) => model),
  prompt: slots[0]?.prompt ?? "",
  ranks,
  first_only,
  criterion,
  judge,
  flags,
  at,
});

/** The lines; verdicts that do not count and outputs that were taken down are left out. */
export async function* arenaLines(client: Client, arena: string): AsyncGenerator<string> {
  yield line({ type: "arena", format: "agon/1", ...settingsOf(await client.arena(arena)) });
  for await (const model of listModels(client, arena)) {
    const { slug, name, organization, license, url, family, description } = model;
    yield line({ type: "model", slug, ...filled({ name, organization, license, url, family, description }) });
  }
  for await (const { slug, text, category, reference } of listPrompts(client, arena)) {
    yield line({ type: "prompt", slug, text, ...filled({ category, reference }) });
  }
  for await (const { model, prompt, content, media_url, score } of listOutputs(client, arena)) {
    yield line({ type: "output", model: model.slug, prompt, ...filled({ content, media_url, score }) });
  }
  for await (const verdict of listVerdicts(client, arena))
    if (verdict.counted) yield line(verdictLine(verdict));
}
