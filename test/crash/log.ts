import type { Audit, Leaderboard, Page, Verdict } from "@agon/contract";

const pageSize = 1000;

async function get<T>(url: string, key?: string): Promise<T> {
  const response = await fetch(url, key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** Every verdict of an arena's public log, in its order. */
export async function readLog(url: string, arena: string): Promise<Verdict[]> {
  const rows: Verdict[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const query: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Page<Verdict> = await get(`${url}/v1/arenas/${arena}/verdicts?limit=${pageSize}${query}`);
    rows.push(...page.data);
    cursor = page.next_cursor;
  }
  return rows;
}

/** The live state of an arena beside a replay of its log from zero. */
export const audit = (url: string, arena: string, key: string) =>
  get<Audit>(`${url}/v1/arenas/${arena}/audit`, key);

/** How many battles the board counts, every output of a battle once. */
export async function countedPlaces(url: string, arena: string): Promise<number> {
  const board = await get<Leaderboard>(`${url}/v1/arenas/${arena}/leaderboard`);
  return board.models.reduce((sum, model) => sum + model.votes, 0);
}
