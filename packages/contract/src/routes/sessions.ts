import { newSession, session } from "../schemas/session.ts";
import { bodyErrors, kib, type RouteSpec } from "./spec.ts";

export const sessionRoutes = {
  readSession: {
    method: "get",
    path: "/v1/session",
    summary: "Who is signed in to the console with this cookie",
    status: 200,
    answer: session,
    errors: [],
  },
  openSession: {
    method: "post",
    path: "/v1/session",
    summary: "Sign in to the console: a cookie stands for the key from here on",
    body: { schema: newSession, type: "json", limitBytes: 4 * kib },
    status: 201,
    answer: session,
    errors: [...bodyErrors, "key_invalid", "origin_foreign"],
  },
  closeSession: {
    method: "delete",
    path: "/v1/session",
    summary: "Sign out",
    status: 200,
    answer: session,
    errors: ["origin_foreign"],
  },
} as const satisfies Record<string, RouteSpec>;
