// What training wants of a vote: pairs, lists and labels, each with the texts that were judged.
import type { Client, Verdict } from "@agon/contract";
import { listVerdicts } from "../server/verdicts.ts";
import { listOutputs } from "./kinds/catalogue.ts";
import type { ExportChoice } from "./table.ts";

/** One output of a verdict. Media stand for themselves by their address. */
interface Shown {
  readonly model: string;
  readonly completion: string;
  readonly rank: number;
}

/** A counted verdict with its texts, best first. */
export interface Preference {
  readonly verdict: Verdict;
  readonly prompt: string;
  readonly shown: readonly Shown[];
}

interface Texts {
  readonly prompts: Map<string, string>;
  readonly completions: Map<string, string>;
}

const pairKey = (model: string, prompt: string): string => `${model}\n${prompt}`;

async function readTexts(client: Client, arena: string): Promise<Texts> {
  const texts: Texts = { prompts: new Map(), completions: new Map() };
  for await (const { model, prompt, prompt_text, content, media_url } of listOutputs(client, arena)) {
    texts.prompts.set(prompt, prompt_text);
    texts.completions.set(pairKey(model.slug, prompt), content ?? media_url ?? "");
  }
  return texts;
}

function preferenceOf(verdict: Verdict, { prompts, completions }: Texts): Preference | null {
  const slug = verdict.slots[0]?.prompt ?? "";
  const prompt = prompts.get(slug);
  const shown = verdict.slots.flatMap(({ model }, at): Shown[] => {
    const completion = completions.get(pairKey(model, slug));
    return completion === undefined ? [] : [{ model, completion, rank: verdict.ranks[at] ?? 1 }];
  });
  // A vote that was cast elsewhere may be about outputs that nobody stored here, or that were taken down.
  if (prompt === undefined || shown.length < verdict.slots.length) return null;
  return { verdict, prompt, shown: shown.toSorted((a, b) => a.rank - b.rank) };
}

const isWanted = (verdict: Verdict, { criterion, judges }: ExportChoice): boolean =>
  verdict.counted &&
  (criterion === undefined || verdict.criterion === criterion) &&
  (judges === undefined || judges === "all" || verdict.judge.kind === judges);

/** The counted verdicts whose outputs are stored, oldest first. Memory: the texts of the arena. */
export async function* listPreferences(
  client: Client,
  arena: string,
  choice: ExportChoice,
): AsyncGenerator<Preference> {
  const texts = await readTexts(client, arena);
  for await (const verdict of listVerdicts(client, arena)) {
    const preference = isWanted(verdict, choice) ? preferenceOf(verdict, texts) : null;
    if (preference !== null) yield preference;
  }
}
