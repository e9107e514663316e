import type { BoardRow } from "@agon/contract";
import { type Cell, column, type ExportKind } from "../table.ts";

const cellsOf = (row: BoardRow): Cell[] => [
  row.rank,
  row.rank_lower,
  row.rank_upper,
  row.model.slug,
  row.model.name,
  row.rating,
  row.lower,
  row.upper,
  row.votes,
  row.wins,
  row.losses,
  row.ties,
  row.win_rate,
  row.provisional,
];

export const leaderboard: ExportKind = {
  about: "The board at the time of the export.",
  columns: [
    column("rank", "whole", "Place by rating"),
    column("rank_lower", "whole", "Best place that the interval allows"),
    column("rank_upper", "whole", "Worst place that the interval allows"),
    column("model", "text", "Slug of the model"),
    column("name", "text", "Its name"),
    column("rating", "number", "Rating; the mean over the rated models is 1000"),
    column("lower", "number", "Lower end of the 95 % interval"),
    column("upper", "number", "Upper end of the 95 % interval"),
    column("votes", "whole", "Counted battles"),
    column("wins", "whole", "Pairs won"),
    column("losses", "whole", "Pairs lost"),
    column("ties", "whole", "Pairs tied"),
    column("win_rate", "number", "Share of pairs won, ties as halves"),
    column("provisional", "yes-no", "Too few battles to say much"),
  ],
  async *rows(client, arena, choice) {
    const board = await client.leaderboard(arena, { ...choice });
    for (const row of board.models) yield { json: row, cells: cellsOf(row) };
  },
};
