// Votes that were cast elsewhere.
import type { ImportedVerdict } from "@agon/contract";
import { type Answer, operate } from "./api.ts";
import { ndjson } from "./contest.ts";

let votes = 0;

/** A vote of a judge of its own: `m-1` before `m-2` on `p-1` unless told otherwise. */
export const importedVote = (change: Partial<ImportedVerdict> = {}): ImportedVerdict => ({
  id: `vote-${++votes}`,
  models: ["m-1", "m-2"],
  prompt: "p-1",
  ranks: [1, 2],
  judge: { id: `judge-${votes}`, kind: "human" },
  ...change,
});

export const importVotes = (arena: string, rows: readonly unknown[], query = ""): Promise<Answer> =>
  operate("POST", `/v1/arenas/${arena}/verdicts${query}`, {
    body: ndjson(rows),
    type: "application/x-ndjson",
  });
