import type { LeaderboardQuery } from "@agon/contract";

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

export const boardFilters = [
  "criterion",
  "category",
  "shrink",
  "judges",
  "method",
  "interval",
  "cluster",
  "style",
  "length_margin",
] as const;
export type BoardFilter = (typeof boardFilters)[number];

export type BoardQuery = Partial<Record<BoardFilter, string>>;

export const oneOf = (params: SearchParams, name: string): string | undefined => {
  const value = params[name];
  return typeof value === "string" && value !== "" ? value : undefined;
};

/** The filters of the address, without those left at their default. */
export function boardQuery(params: SearchParams): BoardQuery {
  const query: BoardQuery = {};
  for (const name of boardFilters) {
    const value = oneOf(params, name);
    if (value !== undefined) query[name] = value;
  }
  return query;
}

/** The address below the API of exactly the board that is shown. */
export function downloadPath(
  arena: string,
  query: BoardQuery,
  format: NonNullable<LeaderboardQuery["format"]>,
): string {
  const params = new URLSearchParams({ ...query, format });
  return `/v1/arenas/${encodeURIComponent(arena)}/leaderboard?${params}`;
}
