// How often one output was preferred to another: a label between 0 and 1 for each pair that met.
import { listPreferences, type Preference } from "../preferences.ts";
import { column, type ExportKind } from "../table.ts";

interface Meeting {
  readonly prompt: string;
  readonly criterion: string;
  readonly models: readonly [string, string];
  readonly completions: readonly [string, string];
  wins: number;
  losses: number;
  ties: number;
}

/** Pairs of a verdict, in the order of their names, so that a pair is the same whoever stood left. */
function meetingsOf({ shown, prompt, verdict }: Preference): Meeting[] {
  const named = shown.toSorted((a, b) => (a.model < b.model ? -1 : 1));
  return named.flatMap((a, at) =>
    named.slice(at + 1).flatMap((b): Meeting[] => {
      // Below the best of a first-only verdict nothing is known.
      if (verdict.first_only && Math.min(a.rank, b.rank) > 1) return [];
      const [wins, losses] = [Number(a.rank < b.rank), Number(a.rank > b.rank)];
      const about = { prompt, criterion: verdict.criterion };
      const sides = { models: [a.model, b.model], completions: [a.completion, b.completion] } as const;
      return [{ ...about, ...sides, wins, losses, ties: 1 - wins - losses }];
    }),
  );
}

export const softLabels: ExportKind = {
  about:
    "One row for each pair of outputs that met under a criterion, with the share of verdicts for the first.",
  columns: [
    column("prompt", "text", "The prompt"),
    column("completion_a", "text", "One output"),
    column("completion_b", "text", "The other output"),
    column("probability_a", "number", "Share of verdicts for the first, ties as halves"),
    column("wins_a", "whole", "Verdicts for the first"),
    column("wins_b", "whole", "Verdicts for the second"),
    column("ties", "whole", "Verdicts for neither"),
    column("model_a", "text", "Slug of the first one's model"),
    column("model_b", "text", "Slug of the second one's model"),
    column("criterion", "text", "What was judged"),
  ],
  async *rows(client, arena, choice) {
    const met = new Map<string, Meeting>();
    for await (const preference of listPreferences(client, arena, choice)) {
      for (const meeting of meetingsOf(preference)) {
        const key = JSON.stringify([meeting.criterion, preference.verdict.slots[0]?.prompt, meeting.models]);
        const before = met.get(key);
        if (before === undefined) met.set(key, meeting);
        else {
          before.wins += meeting.wins;
          before.losses += meeting.losses;
          before.ties += meeting.ties;
        }
      }
    }
    for (const { prompt, criterion, models, completions, wins, losses, ties } of met.values()) {
      const share = (wins + ties / 2) / (wins + losses + ties);
      yield { cells: [prompt, ...completions, share, wins, losses, ties, ...models, criterion] };
    }
  },
};
