import type { Verdict } from "@agon/contract";
import { listVerdicts } from "../../server/verdicts.ts";
import { type Cell, column, type ExportKind } from "../table.ts";

const cellsOf = (row: Verdict): Cell[] => [
  row.seq,
  row.ballot,
  row.at,
  row.criterion,
  row.judge.id,
  row.judge.kind,
  row.slots[0]?.prompt ?? "",
  row.slots.map(({ model }) => model),
  row.ranks,
  row.first_only,
  row.flags,
  row.counted,
  row.tournament,
  row.match,
  row.withdrawn_by,
];

export const verdicts: ExportKind = {
  about: "Every verdict of the log, those that do not count included.",
  columns: [
    column("seq", "whole", "Number of the entry in the arena's log"),
    column("ballot", "text", "The ballot, cast once"),
    column("at", "time", "When it was cast"),
    column("criterion", "text", "What was judged"),
    column("judge", "text", "Who judged: a keyed hash for people, stable within this arena alone"),
    column("judge_kind", "text", "human, llm, rule or panel"),
    column("prompt", "text", "Slug of the prompt"),
    column("models", "words", "Slugs of the models in the order shown"),
    column("ranks", "wholes", "Competition rank of each model shown, 1 = best, equal = tie"),
    column("first_only", "yes-no", "Only the best is known"),
    column("flags", "words", "What was said beside the ranks, such as both_bad"),
    column("counted", "yes-no", "Whether boards count it"),
    column("tournament", "text", "The tournament it decided a match of"),
    column("match", "text", "That match"),
    column("withdrawn_by", "whole", "The entry that took it back"),
  ],
  async *rows(client, arena) {
    for await (const row of listVerdicts(client, arena)) yield { json: row, cells: cellsOf(row) };
  },
};
