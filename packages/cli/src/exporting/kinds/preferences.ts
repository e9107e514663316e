// Preference data as trainers read it: DPO pairs, RankDPO lists, soft labels, KTO points.
import { listPreferences, type Preference } from "../preferences.ts";
import { column, type ExportKind } from "../table.ts";

const source = [
  column("criterion", "text", "What was judged"),
  column("judge", "text", "Who judged: a keyed hash for people, stable within this arena alone"),
  column("judge_kind", "text", "human, llm, rule or panel"),
  column("seq", "whole", "Number of the verdict in the arena's log"),
] as const;

const sourceCells = ({ verdict }: Preference) =>
  [verdict.criterion, verdict.judge.id, verdict.judge.kind, verdict.seq] as const;

/** Pairs of a verdict whose order is known, the better one first; of a first-only verdict those with the best. */
function orderedPairs({ shown, verdict }: Preference) {
  return shown.flatMap((better, at) =>
    shown
      .slice(at + 1)
      .filter((worse) => worse.rank > better.rank && (!verdict.first_only || better.rank === 1))
      .map((worse) => [better, worse] as const),
  );
}

export const pairs: ExportKind = {
  about: "One row for each ordered pair of a verdict, as direct preference optimisation takes them; no ties.",
  columns: [
    column("prompt", "text", "The prompt"),
    column("chosen", "text", "The better output"),
    column("rejected", "text", "The worse output"),
    column("chosen_model", "text", "Slug of its model"),
    column("rejected_model", "text", "Slug of its model"),
    ...source,
  ],
  async *rows(client, arena, choice) {
    for await (const preference of listPreferences(client, arena, choice)) {
      for (const [better, worse] of orderedPairs(preference)) {
        const texts = [preference.prompt, better.completion, worse.completion];
        yield { cells: [...texts, better.model, worse.model, ...sourceCells(preference)] };
      }
    }
  },
};

export const rankings: ExportKind = {
  about: "One row for each verdict with its outputs from best to worst, as list-wise methods take them.",
  columns: [
    column("prompt", "text", "The prompt"),
    column("completions", "texts", "The outputs, best first"),
    column("ranks", "wholes", "Competition rank of each, equal = tie"),
    column("models", "words", "Slugs of their models"),
    column("first_only", "yes-no", "Only the first one's place is known"),
    ...source,
  ],
  async *rows(client, arena, choice) {
    for await (const preference of listPreferences(client, arena, choice)) {
      const { shown, verdict, prompt } = preference;
      const lists = [shown.map((one) => one.completion), shown.map((one) => one.rank)];
      const models = shown.map((one) => one.model);
      yield { cells: [prompt, ...lists, models, verdict.first_only, ...sourceCells(preference)] };
    }
  },
};

export const pointwise: ExportKind = {
  about:
    "One row for each output that a verdict put first (true) or last (false), as Kahneman-Tversky optimisation takes them; " +
    "a tie says nothing, unless both were called bad.",
  columns: [
    column("prompt", "text", "The prompt"),
    column("completion", "text", "The output"),
    column("label", "yes-no", "Whether it is desirable"),
    column("model", "text", "Slug of its model"),
    ...source,
  ],
  async *rows(client, arena, choice) {
    for await (const preference of listPreferences(client, arena, choice)) {
      for (const { completion, model, label } of labelled(preference)) {
        yield { cells: [preference.prompt, completion, label, model, ...sourceCells(preference)] };
      }
    }
  },
};

function labelled({ shown, verdict }: Preference) {
  const last = Math.max(...shown.map(({ rank }) => rank));
  if (verdict.flags.includes("both_bad")) return shown.map((one) => ({ ...one, label: false }));
  if (last === 1) return [];
  return shown
    .filter(({ rank }) => rank === 1 || (rank === last && !verdict.first_only))
    .map((one) => ({ ...one, label: one.rank === 1 }));
}
