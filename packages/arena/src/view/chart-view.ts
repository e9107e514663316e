import type { TournamentChart } from "@agon/contract";
import { chart } from "@agon/tournament/schedule";
import type { ArenaState, TournamentState } from "../state.ts";
import { modelRef, promptSlug } from "./tournament-view.ts";

/** The chart of a tournament in names; `group` = index of the prompt that is looked at. */
export function chartView(
  state: ArenaState,
  tournament: TournamentState,
  group: number | null,
): TournamentChart {
  const slug = (entrant: number) => modelRef(state, tournament, entrant).slug;
  const prompt = (index: number) => promptSlug(state, tournament, index) ?? "";
  const drawn = chart(tournament.schedule, group);
  switch (drawn.kind) {
    case "bracket":
    case "league":
      return { kind: drawn.kind };
    case "swiss":
      return {
        kind: "swiss",
        rounds: drawn.rounds.map(({ prompts, begun }) => ({ prompts: prompts.map(prompt), begun })),
      };
    case "cross-table":
      return {
        kind: "cross-table",
        rows: drawn.rows.map(slug),
        columns: drawn.columns.map(slug),
        cells: drawn.cells.map((row) => row.map((cell) => cell && [...cell])),
      };
    case "sort":
      return {
        kind: "sort",
        prompt: prompt(drawn.prompt),
        settled: drawn.settled.map(slug),
        rest: drawn.rest.map(slug),
        comparing: drawn.comparing?.map(slug) ?? null,
      };
    case "placement":
      return {
        kind: "placement",
        newcomer: slug(drawn.newcomer),
        ladder: drawn.ladder.map(slug),
        confidence: drawn.confidence,
        steps: drawn.steps.map((step) => ({ ...step })),
      };
  }
}
