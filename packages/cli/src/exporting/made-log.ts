// A small arena behind the API's client, for tests: what exports read, answered from memory.
import type { Verdict } from "@agon/contract";
import { createOperatorClient, type OperatorClient } from "@agon/contract/connect";

const at = "2026-11-23T12:00:00.000Z";

/** A verdict over the models `a`, `b`, `c` in this order. */
export const madeVerdict = (
  seq: number,
  ranks: readonly number[],
  change: Partial<Verdict> = {},
): Verdict => ({
  seq,
  ballot: `b${seq}`,
  criterion: "overall",
  judge: { id: "voter-1", kind: "human" },
  slots: ["a", "b", "c"].slice(0, ranks.length).map((model) => ({ model, prompt: "p" })),
  ranks: [...ranks],
  first_only: false,
  flags: [],
  counted: true,
  tournament: null,
  match: null,
  withdrawn_by: null,
  at,
  ...change,
});

const model = (slug: string) => ({
  slug,
  name: `Model ${slug}`,
  organization: null,
  license: null,
  url: null,
  family: null,
  description: null,
  status: "active",
  outputs: 1,
  votes: 0,
});

const outputOf = (slug: string) => ({
  model: { slug, name: `Model ${slug}` },
  prompt: "p",
  prompt_text: "Why?",
  content: `=says ${slug}`,
  media_url: null,
  taken_down: false,
  score: slug === "a" ? 0.5 : null,
});

const arena = {
  slug: "made",
  title: 'A "made" arena: # one',
  modality: "text",
  description: "",
  k: 2,
  criteria: [{ slug: "overall", title: "Overall", instruction: "Which?" }],
  status: "paused",
  matchmaking: "uniform",
  seq: 9,
};

/** A client whose log holds these verdicts, a page of two at a time. */
export function madeLog(verdicts: readonly Verdict[]): OperatorClient {
  const page = (data: readonly unknown[], next: string | null = null) => ({ data, next_cursor: next });
  const answer = (url: URL): unknown => {
    const slug = /\/models\/(\w)$/.exec(url.pathname)?.[1];
    if (slug !== undefined) return { outputs: [outputOf(slug)] };
    if (url.pathname.endsWith("/models")) return page(["a", "b", "c"].map(model));
    if (url.pathname.endsWith("/prompts")) {
      return page([{ slug: "p", text: "Why?", category: null, reference: null, outputs: 3 }]);
    }
    if (url.pathname.endsWith("/leaderboard")) return { models: [] };
    if (!url.pathname.endsWith("/verdicts")) return arena;
    const from = Number(url.searchParams.get("cursor") ?? 0);
    return page(verdicts.slice(from, from + 2), from + 2 < verdicts.length ? String(from + 2) : null);
  };
  return createOperatorClient(async (path) => Response.json(answer(new URL(path, "http://made"))));
}
