// Every call of the API in one table: what it takes, what it answers, who may make it. The server binds a handler to
// each entry, and the OpenAPI document is made from the same entries.
import { arenaRoutes } from "./arenas.ts";
import { ballotRoutes } from "./ballots.ts";
import { boardRoutes } from "./boards.ts";
import { catalogueRoutes } from "./catalogue.ts";
import { judgeRoutes } from "./judges.ts";
import { keyRoutes } from "./keys.ts";
import { sessionRoutes } from "./sessions.ts";
import type { RouteSpec } from "./spec.ts";
import { submissionRoutes } from "./submissions.ts";
import { subscriptionRoutes } from "./subscriptions.ts";
import { tournamentRoutes } from "./tournaments.ts";
import { voterRoutes } from "./voters.ts";

export const routes = {
  ...arenaRoutes,
  ...catalogueRoutes,
  ...ballotRoutes,
  ...boardRoutes,
  ...tournamentRoutes,
  ...voterRoutes,
  ...submissionRoutes,
  ...keyRoutes,
  ...subscriptionRoutes,
  ...sessionRoutes,
  ...judgeRoutes,
} as const satisfies Record<string, RouteSpec>;

export { type Scope, scope } from "../schemas/key.ts";

export { outboundType } from "../schemas/subscription.ts";

export type Routes = typeof routes;
export type RouteName = keyof Routes;
export type AnyRoute = RouteSpec;
