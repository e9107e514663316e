import type { Leaderboard } from "@agon/contract";

/** A cell that a spreadsheet does not take for a formula. */
function cell(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The rows of a board as CSV with a header. */
export function csvOf(board: Leaderboard): string {
  const header = [
    "rank",
    "rank_lower",
    "rank_upper",
    "model",
    "name",
    "rating",
    "lower",
    "upper",
    "votes",
    "wins",
    "losses",
    "ties",
    "win_rate",
    "provisional",
    "p_rank_1",
    "organization",
    "license",
  ];
  const rows = board.models.map((row) =>
    [
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
      row.p_rank_1,
      row.model.organization,
      row.model.license,
    ]
      .map(cell)
      .join(","),
  );
  return `${[header.join(","), ...rows].join("\r\n")}\r\n`;
}
