import { forgotten, ownVotes } from "../schemas/own-votes.ts";
import type { RouteSpec } from "./spec.ts";

export const voterRoutes = {
  readOwnVotes: {
    method: "get",
    path: "/v1/arenas/{arena}/own-votes",
    summary: "The votes of the voter whose cookie comes along, and a board made of them alone",
    status: 200,
    answer: ownVotes,
    errors: ["arena_unknown"],
  },
  forgetVoter: {
    method: "delete",
    path: "/v1/voter",
    summary: "Delete what ties votes to this browser; they stay in the log and lead back to nobody",
    status: 200,
    answer: forgotten,
    errors: [],
  },
} as const satisfies Record<string, RouteSpec>;
