// A group commit beside the referee's own, over the same log: a second writer, or one whose database fails on demand.
import { env } from "cloudflare:workers";
import type { BallotClaims } from "@agon/arena";
import { castCommand } from "../../../apps/api/src/referee/commands.ts";
import { GroupCommit } from "../../../apps/api/src/referee/group-commit.ts";
import { arenaNumber } from "./contest.ts";

/** What a batch does wrong: nothing is written, or everything is and the answer is lost. */
export type Fault = "not written" | "not answered";

export interface Faulty {
  readonly db: D1Database;
  /** Faults of the next batches, in order; `null` lets one through. */
  readonly faults: (Fault | null)[];
}

/** A database that fails where it is told to. */
export function faulty(db: D1Database): Faulty {
  const faults: (Fault | null)[] = [];
  const batch = async <T>(statements: D1PreparedStatement[]): Promise<D1Result<T>[]> => {
    const fault = faults.shift();
    if (fault === "not written") throw new Error("the database did not write");
    const results = await db.batch<T>(statements);
    if (fault === "not answered") throw new Error("the answer was lost");
    return results;
  };
  const get = (target: D1Database, key: string | symbol): unknown => {
    if (key === "batch") return batch;
    const value: unknown = Reflect.get(target, key);
    return typeof value === "function" ? value.bind(target) : value;
  };
  return { db: new Proxy(db, { get }), faults };
}

export interface Group {
  readonly commit: GroupCommit;
  /** Rows of every batch that was written. */
  readonly batches: number[];
}

export async function openGroup(arena: string, db: D1Database = env.DB): Promise<Group> {
  const batches: number[] = [];
  const commit = new GroupCommit(
    db,
    { id: await arenaNumber(arena), slug: arena },
    { committed: (rows) => batches.push(rows.length), loaded: () => undefined },
  );
  return { commit, batches };
}

/** A ballot over the first two models and the first prompt. */
export const claimsOf = (arena: number, id: string): BallotClaims => ({
  id,
  arena,
  criterion: "overall",
  mode: "duel",
  models: [0, 1],
  prompt: 0,
  voter: "voter",
  expiresAt: Date.now() + 60_000,
});

/** Casts for model `a` of a ballot that the group has not given out itself. */
export const castIn = (group: Group, claims: BallotClaims, fresh = false) =>
  group.commit.submit(castCommand(claims, { token: "-", outcome: "a" }, fresh));
