// A board's parameters against its arena: what is asked for and cannot be done is refused here, by name.
import type { Arena, JudgeKind, leaderboardQuery, Method } from "@agon/contract";
import type { z } from "@hono/zod-openapi";
import { refuse } from "../http/problem.ts";

export type BoardQuery = Omit<z.output<typeof leaderboardQuery>, "format">;

/** A criterion and its share of the board; one criterion has the share 1. */
interface Share {
  readonly criterion: string;
  readonly share: number;
}

export interface BoardPlan {
  readonly criterion: string;
  readonly shares: readonly Share[];
  readonly category: string | null;
  /** Categories that say how far a category's board is to be trusted; empty: it stands as it is. */
  readonly shrunkWith: readonly string[];
  readonly judges: string;
  readonly judge: JudgeKind | null;
  readonly method: Method;
  readonly interval: BoardQuery["interval"];
  readonly cluster: BoardQuery["cluster"];
  readonly style: boolean;
  /** Characters. */
  readonly lengthMargin: number | null;
  readonly limit: number | null;
}

type PlannedArena = Pick<Arena, "k" | "modality" | "criteria" | "categories">;

/** Changes with every change of what a board means, so that caches and ETags change too. */
export const foldVersion = 3;

const fitted: readonly Method[] = ["bradley-terry", "davidson", "rao-kupper", "plackett-luce"];
const countable: readonly Method[] = [...fitted, "win-rate"];
/** Categories beyond these say little more about how much categories differ. */
const categoriesCompared = 48;
const weightedName = "overall";

const methodFor = (k: number): Method => (k >= 3 ? "plackett-luce" : "bradley-terry");

/** The plan of the board that an arena shows first. */
export const defaultPlan = (k: number, criterion: string): BoardPlan => ({
  criterion,
  shares: [{ criterion, share: 1 }],
  category: null,
  shrunkWith: [],
  judges: "all",
  judge: null,
  method: methodFor(k),
  interval: undefined,
  cluster: "none",
  style: false,
  lengthMargin: null,
  limit: null,
});

/** True when counts are not enough: the method reads votes in order, or the board needs their voters, prompts or outputs. */
export const needsBallots = (plan: BoardPlan): boolean =>
  plan.cluster !== "none" ||
  plan.interval === "bootstrap" ||
  plan.style ||
  plan.lengthMargin !== null ||
  !countable.includes(plan.method);

export const unfit = (parameter: string, detail: string) =>
  refuse("parameter_invalid", `The board cannot be shown: ${detail}.`, {
    errors: [{ pointer: `/${parameter}`, detail }],
  });

export function planBoard(arena: PlannedArena, query: BoardQuery): BoardPlan {
  const shares = sharesOf(arena.criteria, query.criterion);
  const category = query.category ?? null;
  if (category !== null && !arena.categories.includes(category)) {
    throw unfit("category", `the arena has no category "${category}"`);
  }
  const style = query.style === "1";
  const method = query.method ?? (style ? "bradley-terry" : methodFor(arena.k));
  const shrinks = category !== null && query.shrink === "1" && canShrink(method, query.interval);
  const plan: BoardPlan = {
    criterion: query.criterion ?? shares[0]?.criterion ?? weightedName,
    shares,
    category,
    shrunkWith: shrinks ? comparedWith(arena.categories, category) : [],
    judges: query.judges,
    judge: query.judges === "all" ? null : query.judges,
    method,
    interval: query.interval,
    cluster: query.cluster,
    style,
    lengthMargin: query.length_margin ?? null,
    limit: query.limit ?? null,
  };
  checkStyle(arena, plan);
  if (plan.shares.length > 1 && !hasSpread(plan)) {
    throw unfit(
      "criterion",
      `criteria are weighed by ratings with intervals, which ${method} does not give here`,
    );
  }
  return plan;
}

const canShrink = (method: Method, interval: BoardQuery["interval"]): boolean =>
  hasSpread({ method, interval });

/** Elo has no interval of its own. */
const hasSpread = ({ method, interval }: Pick<BoardPlan, "method" | "interval">): boolean =>
  interval !== "none" && (method !== "elo" || interval === "bootstrap");

/** The category itself stands first. */
const comparedWith = (categories: readonly string[], category: string): string[] => [
  category,
  ...categories.filter((other) => other !== category).slice(0, categoriesCompared - 1),
];

function checkStyle(
  { modality }: PlannedArena,
  { style, lengthMargin, method, interval, shares }: BoardPlan,
): void {
  if (!style && lengthMargin === null) return;
  const parameter = style ? "style" : "length_margin";
  if (modality !== "text" && modality !== "code") {
    throw unfit(parameter, `the outputs of this arena are not texts but of the kind "${modality}"`);
  }
  if (!style) return;
  if (method !== "bradley-terry")
    throw unfit("style", `style control rates by bradley-terry, not by ${method}`);
  if (interval === "bootstrap")
    throw unfit("style", "style control gives sandwich intervals, not a bootstrap");
  if (shares.length > 1) throw unfit("style", "style control rates one criterion at a time");
}

/** Without a criterion of that name, `overall` is the weighted mean of all. */
function sharesOf(criteria: PlannedArena["criteria"], wanted: string | undefined): Share[] {
  const found = wanted === undefined ? criteria[0] : criteria.find(({ slug }) => slug === wanted);
  if (found !== undefined) return [{ criterion: found.slug, share: 1 }];
  if (wanted !== weightedName || criteria.length < 2) {
    throw unfit("criterion", `the arena has no criterion "${wanted}"`);
  }
  const total = criteria.reduce((sum, { weight = 1 }) => sum + weight, 0);
  return criteria.flatMap(({ slug, weight = 1 }) =>
    weight > 0 ? [{ criterion: slug, share: weight / total }] : [],
  );
}

/** Most ballots that are resampled 200 times: fits go by counts, everything else goes through the ballots each time. */
export const bootstrapLimit = (method: Method): number => {
  if (["trueskill", "glicko-2", "openskill"].includes(method)) return 1_000;
  return method === "bradley-terry" ? 200_000 : 20_000;
};
