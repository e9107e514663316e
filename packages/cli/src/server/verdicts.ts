import type { Client, Verdict } from "@agon/contract";
import { allItems } from "@agon/contract/connect";

/** The public log of an arena, oldest first. */
export const listVerdicts = (client: Client, arena: string): AsyncGenerator<Verdict> =>
  allItems((cursor) => client.verdicts(arena, { cursor, limit: 1_000 }));
